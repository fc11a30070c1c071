import { describe, expect, it, vi } from 'vitest'
import { applySwitches, refusedStart } from './switches.ts'

describe('the command line', () => {
  it('turns off what would reach for a network or write a cache', () => {
    const appendSwitch = vi.fn()
    applySwitches({ appendSwitch })
    const applied = new Map(appendSwitch.mock.calls as [string, string | undefined][])
    expect([...applied.keys()]).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'disable-http-cache',
        'no-proxy-server',
      ]),
    )
    expect(applied.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(applied.get('force-webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp')
  })

  it.each([
    'inspect',
    'inspect-brk',
    'debug-port',
    'remote-debugging-port',
    'remote-debugging-pipe',
    'no-sandbox',
    'single-process',
    'renderer-cmd-prefix',
    'js-flags',
    'load-extension',
    'disable-web-security',
    'proxy-server',
    'log-net-log',
    'enable-logging',
  ])('is refused with --%s', (name) => {
    expect(refusedStart({ hasSwitch: (asked) => asked === name }, {})).toBe(`--${name}`)
  })

  it.each(['ELECTRON_DISABLE_SANDBOX', 'ELECTRON_ENABLE_LOGGING', 'ELECTRON_LOG_FILE'])(
    'is refused with %s in the environment, even empty',
    (name) => {
      expect(refusedStart({ hasSwitch: () => false }, { [name]: '' })).toBe(name)
    },
  )

  it('does not refuse what Relais itself sets', () => {
    const appendSwitch = vi.fn()
    applySwitches({ appendSwitch })
    const set = new Set(appendSwitch.mock.calls.map(([name]) => name))
    expect(refusedStart({ hasSwitch: (asked) => set.has(asked) }, {})).toBeNull()
  })

  it.each(['force-device-scale-factor', 'force-renderer-accessibility', 'ozone-platform', 'lang'])(
    'is welcome with --%s, which somebody may need to see or hear it',
    (name) => {
      expect(refusedStart({ hasSwitch: (asked) => asked === name }, { LANG: 'fr_CA.UTF-8' })).toBeNull()
    },
  )
})
