import type { Session, WebContents } from 'electron'
import { isAtOrigin } from '../door.ts'
import { appOrigin } from './origin.ts'

type SessionToHarden = Pick<
  Session,
  | 'on'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setBluetoothPairingHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

type ContentsToHarden = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>

interface RequestDetails {
  readonly url: string
  readonly resourceType: string
}

/**
 * The app's own files, and pictures that are in the page already (`img-src 'self' data:`). Nothing else is a request.
 * @param devTools lets the developer tools load their own pages; never in a packaged app
 */
export function isAllowedRequest({ url, resourceType }: RequestDetails, devTools: boolean): boolean {
  if (isAtOrigin(url, appOrigin)) return true
  if (resourceType === 'image' && url.startsWith('data:image/')) return true
  return devTools && url.startsWith('devtools://')
}

/** For every session there is, the default one included: no permission, no device, no download, no network. */
export function hardenSession(session: SessionToHarden, devTools: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAllowedRequest(details, devTools) }),
  )
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}

/** For every page, frame and guest there is: it stays where it is and opens nothing. */
export function hardenContents(contents: ContentsToHarden): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', refuseForeign)
  contents.on('will-navigate', refuseForeign)
  contents.on('will-redirect', refuseForeign)
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

/** Only the app's own page may load itself anew, and only in the main frame: there are no others. */
function refuseForeign(event: { url: string; isMainFrame: boolean; preventDefault(): void }): void {
  if (!event.isMainFrame || !isAtOrigin(event.url, appOrigin)) event.preventDefault()
}
