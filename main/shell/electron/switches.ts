import type { CommandLine } from 'electron'

/** Chromium's own errands, each of which would reach for a network or leave something on disk. */
const commandLineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['disable-quic'],
  ['no-pings'],
  // Without it, Windows and Linux may look for a proxy by asking the network.
  ['no-proxy-server'],
  // A name that somehow gets through resolves to nothing.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-http-cache'],
  ['disable-gpu-shader-disk-cache'],
  ['disable-features', 'OptimizationHints,MediaRouter,SpellcheckService,AutofillServerCommunication'],
]

/** Each opens Relais to whoever starts it with the switch: a debugger, a weaker sandbox, a log of what passes. */
const refusedSwitches = [
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'debug-port',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'js-flags',
  'load-extension',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'ignore-certificate-errors',
  'enable-logging',
  'log-net-log',
  'trace-startup',
] as const

/** The first switch on the command line that a packaged Relais does not start with, or null. */
export function refusedSwitch(commandLine: Pick<CommandLine, 'hasSwitch'>): string | null {
  return refusedSwitches.find((name) => commandLine.hasSwitch(name)) ?? null
}

export function applySwitches(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of commandLineSwitches) commandLine.appendSwitch(name, value)
}
