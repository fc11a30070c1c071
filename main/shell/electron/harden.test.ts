import { describe, expect, it, vi } from 'vitest'
import { hardenContents, hardenSession, isAllowedRequest } from './harden.ts'

/** Keeps what was handed over, by the method or event it was handed to. */
function recorder<Name extends string>(names: readonly Name[]) {
  const calls = Object.fromEntries(names.map((name) => [name, vi.fn()])) as Record<
    Name,
    ReturnType<typeof vi.fn>
  >
  const events = new Map<string, (...parameters: never[]) => void>()
  const on = vi.fn((event: string, listener: (...parameters: never[]) => void) => {
    events.set(event, listener)
  })
  const given = (name: Name): ((...parameters: unknown[]) => unknown) => calls[name].mock.calls[0]?.[0]
  const emit = (event: string, ...parameters: unknown[]): void =>
    events.get(event)?.(...(parameters as never[]))
  return { calls, on: on as never, events, given, emit }
}

function hardenedSession(devTools = false) {
  const session = recorder([
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
    'setBluetoothPairingHandler',
    'setSpellCheckerEnabled',
    'setSpellCheckerLanguages',
  ])
  const onBeforeRequest = vi.fn()
  hardenSession({ ...session.calls, on: session.on, webRequest: { onBeforeRequest } } as never, devTools)
  const cancels = (url: string, resourceType = 'other'): boolean => {
    const answer = vi.fn()
    onBeforeRequest.mock.calls[0]?.[0]({ url, resourceType }, answer)
    return answer.mock.calls[0]?.[0].cancel
  }
  return { ...session, cancels }
}

const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'local-fonts',
  'local-network-access',
  'media',
  'midi',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'unknown',
] as const

describe('a hardened session', () => {
  it.each(permissions)('refuses the permission %s, asked and checked', (permission) => {
    const { given } = hardenedSession()
    const answer = vi.fn()
    given('setPermissionRequestHandler')({}, permission, answer, {})
    expect(answer).toHaveBeenCalledExactlyOnceWith(false)
    expect(given('setPermissionCheckHandler')(null, permission, 'relais://app', {})).toBe(false)
  })

  it('refuses devices, screens and pairings', () => {
    const { given } = hardenedSession()
    expect(given('setDevicePermissionHandler')({ deviceType: 'usb' })).toBe(false)
    const screen = vi.fn()
    given('setDisplayMediaRequestHandler')({}, screen)
    expect(screen).toHaveBeenCalledExactlyOnceWith(null)
    const pairing = vi.fn()
    given('setBluetoothPairingHandler')({}, pairing)
    expect(pairing).toHaveBeenCalledExactlyOnceWith({ confirmed: false })
  })

  it('prevents downloads', () => {
    const preventDefault = vi.fn()
    hardenedSession().emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  it('has no spellchecker, which would download dictionaries', () => {
    const { calls } = hardenedSession()
    expect(calls.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false)
    expect(calls.setSpellCheckerLanguages).toHaveBeenCalledExactlyOnceWith([])
  })

  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://localhost:1',
    'wss://example.org/?relais://app/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'relais://app.evil/',
    'relais://evil/app/',
    'relais://app@evil/',
    'relais://user@app/',
    'relais://app:8080/',
    'relais:app/',
    'data:text/html,<script>1</script>',
    'data:image/svg+xml,<svg/>',
    'blob:relais://app/1',
    'chrome://settings/',
    'devtools://devtools/bundled/inspector.html',
    'not a url',
  ])('cancels %s', (url) => {
    expect(hardenedSession().cancels(url)).toBe(true)
  })

  it.each(['relais://app/', 'relais://app/assets/a.js', 'relais://app/?a#/b'])('lets %s through', (url) => {
    expect(hardenedSession().cancels(url)).toBe(false)
  })

  it('lets through a picture that the page holds already, and developer tools only from the sources', () => {
    expect(isAllowedRequest({ url: 'data:image/png;base64,AA', resourceType: 'image' }, false)).toBe(true)
    expect(isAllowedRequest({ url: 'data:text/html,a', resourceType: 'image' }, false)).toBe(false)
    expect(hardenedSession(true).cancels('devtools://devtools/bundled/inspector.html')).toBe(false)
    expect(hardenedSession(true).cancels('https://example.org/')).toBe(true)
  })
})

describe('hardened contents', () => {
  const harden = () => {
    const contents = recorder(['setWindowOpenHandler', 'setWebRTCIPHandlingPolicy'])
    hardenContents({ ...contents.calls, on: contents.on } as never)
    return contents
  }

  it.each([
    ['https://x/?next=relais://app', true],
    ['https://relais/app', true],
    ['relais://app.evil/', true],
    ['file:///tmp/a.html', true],
    ['javascript:alert(1)', true],
    ['relais://app/', false],
  ])('treats %s as external (a frame is always refused)', (url, isMainFrame) => {
    const { emit } = harden()
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const preventDefault = vi.fn()
      emit(event, { url, isMainFrame, preventDefault })
      expect(preventDefault, event).toHaveBeenCalledOnce()
    }
  })

  it('lets its own page load itself anew', () => {
    const preventDefault = vi.fn()
    harden().emit('will-navigate', { url: 'relais://app/#/cases', isMainFrame: true, preventDefault })
    expect(preventDefault).not.toHaveBeenCalled()
  })

  it('opens no window, whatever the address', () => {
    const { given } = harden()
    for (const url of ['relais://app/', 'https://example.org/', 'mailto:a@example.org', 'about:blank']) {
      expect(given('setWindowOpenHandler')({ url })).toEqual({ action: 'deny' })
    }
  })

  it('attaches no webview, picks no bluetooth device, shows no address to WebRTC', () => {
    const { calls, emit } = harden()
    const preventDefault = vi.fn()
    emit('will-attach-webview', { preventDefault }, {}, {})
    const choose = vi.fn()
    emit('select-bluetooth-device', { preventDefault }, [{ deviceId: 'a' }], choose)
    expect(preventDefault).toHaveBeenCalledTimes(2)
    expect(choose).toHaveBeenCalledExactlyOnceWith('')
    expect(calls.setWebRTCIPHandlingPolicy).toHaveBeenCalledExactlyOnceWith('disable_non_proxied_udp')
  })
})
