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

/** Each opens Relais to whoever starts it with the switch. Chromium's own list is longer: these are what it still honours. */
const refusedSwitches = [
  // A debugger: Node's, Chromium's.
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'debug',
  'debug-brk',
  'debug-port',
  'experimental-network-inspection',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-io-pipes',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'enable-automation',
  'renderer-startup-dialog',
  'utility-startup-dialog',
  'gpu-startup-dialog',
  // Code of someone else's, within the page or around its process.
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  // A weaker sandbox, or none.
  'no-sandbox',
  'single-process',
  'in-process-gpu',
  'no-zygote',
  'no-zygote-sandbox',
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'allow-sandbox-debugging',
  // A weaker page.
  'disable-web-security',
  'disable-site-isolation-trials',
  'reduce-security-for-testing',
  'allow-file-access-from-files',
  'unsafely-treat-insecure-origin-as-secure',
  'enable-blink-features',
  // A way out to a network.
  'proxy-server',
  'proxy-pac-url',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  // A picture, a log or a dump of what passes.
  'use-fake-ui-for-media-stream',
  'auto-select-desktop-capture-source',
  'enable-logging',
  'log-file',
  'log-level',
  'log-net-log',
  'net-log-capture-mode',
  'ssl-key-log-file',
  'v',
  'vmodule',
  'trace-startup',
  'trace-startup-file',
  'trace-config-file',
  'enable-tracing',
  'trace-to-file',
  'memlog',
  'enable-crash-reporter',
  'crash-dumps-dir',
  'diagnostic-dir',
] as const

/** What Electron reads from the environment to the same ends. */
const refusedVariables = [
  'ELECTRON_DISABLE_SANDBOX',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_ENABLE_STACK_DUMPING',
  'ELECTRON_LOG_ASAR_READS',
  'ELECTRON_LOG_FILE',
] as const

/** The first switch or variable that a packaged Relais does not start with, as it is written, or null. */
export function refusedStart(
  commandLine: Pick<CommandLine, 'hasSwitch'>,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const name = refusedSwitches.find((option) => commandLine.hasSwitch(option))
  if (name !== undefined) return `--${name}`
  return refusedVariables.find((variable) => environment[variable] !== undefined) ?? null
}

export function applySwitches(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of commandLineSwitches) commandLine.appendSwitch(name, value)
}
