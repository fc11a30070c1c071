/** The nonce that the shell put into this page: the content-security policy lets only styles that bear it through. */
export function styleNonce(): string {
  return document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''
}
