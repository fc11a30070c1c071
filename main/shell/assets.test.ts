import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/vault.ts'
import { type Assets, contentSecurityPolicy, createAssets } from './assets.ts'

let assets: Assets

beforeEach(() => {
  const around = temporaryFolder()
  const folder = join(around, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(around, 'renderer-old'))
  writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__">__NONCE__')
  writeFileSync(join(folder, 'assets', 'index.js'), 'app')
  writeFileSync(join(folder, 'assets', 'data.bin'), 'x')
  writeFileSync(join(around, 'secret.txt'), 'secret')
  writeFileSync(join(around, 'renderer-old', 'index.html'), 'secret')
  assets = createAssets(folder, 'https://relais.invalid')
})

describe('the app’s own files', () => {
  it('are served with their type, and never sniffed, cached or referred from', () => {
    const { status, headers, body } = assets('GET', 'https://relais.invalid/assets/index.js')
    expect([status, body.toString()]).toEqual([200, 'app'])
    expect(headers).toEqual({
      'Content-Type': 'text/javascript; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    })
    expect(assets('GET', 'https://relais.invalid/assets/data.bin').headers['Content-Type']).toBe(
      'application/octet-stream',
    )
  })

  it('begin with a page that has a policy and a nonce of its own each time', () => {
    const pages = ['/', '/index.html', '/?x=1#y'].map((path) =>
      assets('GET', `https://relais.invalid${path}`),
    )
    const nonces = pages.map(({ headers, body }) => {
      const nonce = /'nonce-([^']+)'/.exec(headers['Content-Security-Policy'] ?? '')?.[1] ?? ''
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      expect(body.toString()).toBe(`<meta property="csp-nonce" nonce="${nonce}">${nonce}`)
      return nonce
    })
    expect(new Set(nonces).size).toBe(3)
  })

  it.each([
    ['GET', 'https://relais.invalid/../secret.txt', 404],
    ['GET', 'https://relais.invalid/%2e%2e/secret.txt', 404],
    ['GET', 'https://relais.invalid/%2e%2e%2fsecret.txt', 404],
    ['GET', 'https://relais.invalid/..%5csecret.txt', 404],
    ['GET', 'https://relais.invalid/..\\secret.txt', 404],
    ['GET', 'https://relais.invalid/assets/../../secret.txt', 404],
    ['GET', 'https://relais.invalid/assets/%252e%252e/index.js', 404],
    ['GET', 'https://relais.invalid/../renderer-old/index.html', 404],
    ['GET', 'https://relais.invalid/-old/index.html', 404],
    ['GET', 'https://relais.invalid/index.html%00.js', 404],
    ['GET', 'https://relais.invalid/index\0.html', 404],
    ['GET', 'https://relais.invalid//etc/passwd', 404],
    ['GET', 'https://relais.invalid/assets', 404],
    ['GET', 'https://relais.invalid/assets/', 404],
    ['GET', 'https://relais.invalid/INDEX.HTML', 404],
    ['GET', 'https://relais.invalid/__proto__', 404],
    ['GET', 'https://relais.invalid.evil/index.html', 403],
    ['GET', 'https://evil/index.html', 403],
    ['GET', 'http://relais.invalid/index.html', 403],
    ['GET', 'https://relais.invalid:8443/index.html', 403],
    ['GET', 'file:///etc/passwd', 403],
    ['GET', 'data:text/html,x', 403],
    ['GET', 'not a url', 403],
    ['GET', '', 403],
    ['POST', 'https://relais.invalid/', 405],
    ['PUT', 'https://relais.invalid/index.html', 405],
    ['OPTIONS', 'https://relais.invalid/', 405],
    ['get', 'https://relais.invalid/', 405],
  ])('%s %s is answered with %i and nothing else', (method, url, status) => {
    const response = assets(method, url)
    expect([response.status, response.body.length]).toEqual([status, 0])
  })
})

describe('the content-security policy', () => {
  it('allows nothing that it does not name, and names no eval, no inline and no other origin', () => {
    const policy = contentSecurityPolicy('abc')
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toMatch(/unsafe|https?:|\*|blob:|wasm/)
    for (const rule of ["script-src 'self'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(rule)
    }
  })
})
