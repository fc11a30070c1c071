import { describe, expect, it } from 'vitest'
import { answerWith, senderOf } from './answers.ts'

describe('an answer to the window', () => {
  it('carries the status, the headers and the bytes of the asset, by method', async () => {
    const answer = answerWith((method, url) => ({
      status: method === 'GET' ? 200 : 405,
      headers: { 'X-Content-Type-Options': 'nosniff' },
      body: Buffer.from(url),
    }))
    const found = answer(new Request('relais://app/a'))
    expect(found.status).toBe(200)
    expect(found.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(await found.text()).toBe('relais://app/a')
    expect(answer(new Request('relais://app/a', { method: 'POST', body: 'x' })).status).toBe(405)
  })
})

describe('the sender of a call', () => {
  it('is the frame that Electron names', () => {
    const main = { parent: null, url: 'relais://app/' } as never
    expect(senderOf({ senderFrame: main })).toEqual({ isMainFrame: true, url: 'relais://app/' })
    const inner = { parent: main, url: 'relais://app/' } as never
    expect(senderOf({ senderFrame: inner })).toEqual({ isMainFrame: false, url: 'relais://app/' })
  })

  it('is nobody when the frame has gone', () => {
    expect(senderOf({ senderFrame: null })).toEqual({ isMainFrame: false, url: '' })
  })
})
