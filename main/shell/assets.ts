import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** An answer to a request of the window for one of the app's own files. */
export interface AssetResponse {
  readonly status: 200 | 403 | 404 | 405
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export type Assets = (method: string, url: string) => AssetResponse

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** The place in `index.html` that takes the nonce of the theme's style elements. */
const noncePlace = '__NONCE__'

/** `default-src 'none'`: what is not named is refused. Styles carry a nonce because the theme writes style elements. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Serves the built renderer from memory. Paths are looked up in the list of files that the build made: nothing is ever
 * resolved against the disk, so there is no `..` to get wrong.
 * @param folder the built renderer
 * @param origin `scheme://host` of the app's own pages
 */
export function createAssets(folder: string, origin: string): Assets {
  const files = new Map<string, Buffer>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)] as const),
  )
  return (method, url) => {
    if (method !== 'GET') return refused(405)
    if (!URL.canParse(url)) return refused(403)
    const { protocol, host, pathname } = new URL(url)
    if (`${protocol}//${host}` !== origin) return refused(403)
    const path = pathname === '/' ? '/index.html' : pathname
    const content = files.get(path)
    if (!content) return refused(404)
    return path.endsWith('.html') ? page(content) : found(path, content)
  }
}

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
}

function found(path: string, body: Buffer): AssetResponse {
  return {
    status: 200,
    headers: { ...common, 'Content-Type': types[extname(path)] ?? 'application/octet-stream' },
    body,
  }
}

function page(template: Buffer): AssetResponse {
  const nonce = randomBytes(16).toString('base64')
  const { headers } = found('/index.html', template)
  return {
    status: 200,
    headers: { ...headers, 'Content-Security-Policy': contentSecurityPolicy(nonce) },
    body: Buffer.from(template.toString('utf8').replaceAll(noncePlace, nonce)),
  }
}

function refused(status: 403 | 404 | 405): AssetResponse {
  return { status, headers: { ...common, 'Content-Type': 'text/plain' }, body: Buffer.alloc(0) }
}
