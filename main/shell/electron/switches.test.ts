import { describe, expect, it, vi } from 'vitest'
import { applySwitches, refusedSwitch } from './switches.ts'

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
    'remote-debugging-port',
    'remote-debugging-pipe',
    'no-sandbox',
    'js-flags',
    'load-extension',
    'disable-web-security',
  ])('is refused with --%s', (name) => {
    expect(refusedSwitch({ hasSwitch: (asked) => asked === name })).toBe(name)
  })

  it('is otherwise welcome', () => {
    expect(refusedSwitch({ hasSwitch: () => false })).toBeNull()
    expect(refusedSwitch({ hasSwitch: (asked) => asked === 'force-device-scale-factor' })).toBeNull()
  })
})
