import { describe, expect, it } from 'vitest'
import { findFreeFolder } from './use-free-folder.ts'

describe('the folder proposed for a restored vault', () => {
  const taken =
    (...folders: string[]) =>
    (folder: string) =>
      Promise.resolve(!folders.includes(folder))

  it('is the usual one when that is free', async () => {
    expect(await findFreeFolder('/docs/vault', taken())).toBe('/docs/vault')
  })

  it('is never one where a vault already lives', async () => {
    expect(await findFreeFolder('/docs/vault', taken('/docs/vault', '/docs/vault-2'))).toBe('/docs/vault-3')
  })

  it('is left to the person when none can be found', async () => {
    expect(await findFreeFolder('/docs/vault', () => Promise.resolve(false))).toBeNull()
  })
})
