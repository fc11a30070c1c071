import { describe, expect, it } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { browserOfFile } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { openVaultOf } from '../support/exchange.ts'

const browser = browserOfFile()

const words = 'Un récit qui ne doit pas traîner'

/** A sentence in a new case, copied the way a person does. */
async function copied(keys: 'Control+C' | 'Control+X'): Promise<TestApp> {
  const app = await openVaultOf(browser(), 'Membre fictive')
  const id = crypto.randomUUID()
  await app.page().evaluate((hash) => {
    location.hash = hash
  }, `/cases/${id}/wishes`)
  const field = app.page().getByRole('textbox').first()
  await field.fill(words)
  await field.press('Control+A')
  await field.press(keys)
  await eventually(() => onClipboard(app)).toBe(words)
  return app
}

const onClipboard = (app: TestApp): Promise<string> =>
  app.page().evaluate(() => navigator.clipboard.readText())

describe('words copied out of a case', () => {
  it.each(['Control+C', 'Control+X'] as const)(
    'with %s are gone from the clipboard once the vault is locked',
    async (keys) => {
      const app = await copied(keys)
      await app.preview.application.lock()
      expect(await onClipboard(app)).toBe('')
    },
  )

  it('leave what another program has put there since', async () => {
    const app = await copied('Control+C')
    await app.page().evaluate(() => navigator.clipboard.writeText('une adresse'))
    await app.preview.application.lock()
    expect(await onClipboard(app)).toBe('une adresse')
  })
})
