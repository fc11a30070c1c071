import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelNames, contract } from '../../shared/contract.ts'
import { createVault, launchHeadless, openApp, type TestApp } from '../support/app.ts'

let browser: Browser
let app: TestApp

beforeAll(async () => {
  browser = await launchHeadless()
  app = await openApp(browser)
  await createVault(app)
})
afterAll(async () => {
  await app.close()
  await browser.close()
})

/** What a script can reach in a frame: the bridge, and beneath it the raw binding. */
interface Reach {
  relais: Record<string, (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>
  relaisBinding: (channel: unknown, input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>
}

const raw = (page: Page, channel: unknown, input: unknown): Promise<string | undefined> =>
  page.evaluate(
    async ([name, value]) => (await (globalThis as unknown as Reach).relaisBinding(name, value)).error?.code,
    [channel, input] as const,
  )

describe('through the window', () => {
  it('the page reaches the channels of the contract, and can’t put others in their place', async () => {
    const reached = await app.page().evaluate(() => {
      const { relais } = globalThis as unknown as Reach
      try {
        relais['vault.unlock'] = () => Promise.resolve({ ok: true })
      } catch {
        // Frozen, in strict mode.
      }
      return { names: Object.keys(relais), frozen: Object.isFrozen(relais) }
    })
    expect(reached.names.sort()).toEqual([...channelNames].sort())
    expect(reached.frozen).toBe(true)
  })

  it('junk is refused on every channel', async () => {
    for (const channel of channelNames) {
      for (const junk of [null, 42, 'x', [], { unheardOf: 1 }, { id: { $gt: '' } }]) {
        expect(await raw(app.page(), channel, junk), channel).toBe('app.bad_request')
      }
    }
  })

  it.each(['__proto__', 'constructor', 'toString', 'unheard.of', '', null, 1, ['app.state']])(
    'there is no channel %j',
    async (channel) => {
      expect(await raw(app.page(), channel, {})).toBe('app.unknown_channel')
    },
  )

  it('a frame inside the page is nobody, even at the app’s own address', async () => {
    const codes = await app.page().evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const inside = frame.contentWindow as unknown as Partial<Reach>
      const reply = await inside.relaisBinding?.('cases.list', {})
      frame.remove()
      return reply?.error?.code ?? 'no bridge'
    })
    expect(['app.foreign_sender', 'no bridge']).toContain(codes)
  })

  it('another page of the same browser is nobody, even at the app’s own address', async () => {
    for (const url of ['https://relais.invalid/', 'about:blank']) {
      const other = await app.preview.context.newPage()
      await other.goto(url)
      expect(await raw(other, 'cases.list', {})).toBe('app.foreign_sender')
      await other.close()
    }
  })

  it('a refusal is given for a reason of the list, never in words that the journal would keep', async () => {
    for (const reason of ['marie_tremblay_fictive', 'Marie', '', 'constructor'])
      expect(await raw(app.page(), 'exchange.refuse', { packetId: 'a'.repeat(32), reason })).toBe(
        'app.bad_request',
      )
    const known = { packetId: 'a'.repeat(32), reason: 'no_capacity' }
    expect(await raw(app.page(), 'exchange.refuse', known)).toBe('packet.not_found')
    expect(JSON.stringify(await app.call('journal.list', { filter: {}, before: null }))).not.toContain(
      'marie',
    )
  })

  it('a locked vault says so on every channel that needs it open, whatever is asked', async () => {
    await app.preview.application.lock()
    for (const channel of channelNames.filter((name) => contract[name].needs === 'unlocked')) {
      for (const input of [{}, null, 'junk'])
        expect(await raw(app.page(), channel, input), channel).toBe('vault.locked')
    }
  })
})
