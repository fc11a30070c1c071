import type { CustomScheme } from 'electron'

/** The app's own scheme: the only thing a window of Relais ever loads. */
export const appScheme = 'relais'
export const appOrigin = `${appScheme}://app`

/**
 * Standard and secure, so that the page has an origin, modules and WebCrypto as on https. `supportFetchAPI` is what lets
 * Chromium load module scripts from a scheme of one's own; `connect-src 'none'` leaves `fetch` itself nothing to reach.
 */
export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    bypassCSP: false,
    allowServiceWorkers: false,
    corsEnabled: false,
    stream: false,
    codeCache: false,
    allowExtensions: false,
  },
}
