import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { preferences } from '../../shared/app/app.contract.ts'
import { contract } from '../../shared/contract.ts'
import { stateOfFolder, temporaryFolder } from '../../tests/support/vault.ts'
import { openPreferences } from './preferences.ts'

const defaults = preferences.parse({})

describe('preferences', () => {
  it('begin in French, and are not written before something is chosen', async () => {
    const folder = temporaryFolder()
    const store = await openPreferences(join(folder, 'preferences.json'))
    expect(store.get()).toEqual({ locale: 'fr', colorScheme: 'auto', idleMinutes: 5, vaultFolder: null })
    expect(stateOfFolder(folder)).toEqual([])
  })

  it('that are not named stay as they are', async () => {
    // Through the contract, as every change comes: a default there would put the others back.
    const path = join(temporaryFolder(), 'deep', 'preferences.json')
    const store = await openPreferences(path)
    const change = (given: object) => store.set(contract['app.setPreferences'].in.parse(given))
    await change({ locale: 'en' })
    await change({ vaultFolder: '/somewhere' })
    await change({ idleMinutes: 10 })
    await change({})
    const chosen = { locale: 'en', colorScheme: 'auto', idleMinutes: 10, vaultFolder: '/somewhere' }
    expect(store.get()).toEqual(chosen)
    expect((await openPreferences(path)).get()).toEqual(chosen)
  })

  it.each([
    { idleMinutes: 0 },
    { idleMinutes: 31 },
    { idleMinutes: 1.5 },
    { locale: 'de' },
    { lastCase: 'x' },
  ])('never take %j: the vault can’t be kept from locking', (given) => {
    expect(contract['app.setPreferences'].in.safeParse(given).success).toBe(false)
  })

  it.each(['', '{', 'null', '[]', '{"idleMinutes":0}', '{"locale":"xx"}', '\0\0\0'])(
    'that can’t be read are the defaults: %s',
    async (content) => {
      const path = join(temporaryFolder(), 'preferences.json')
      writeFileSync(path, content)
      expect((await openPreferences(path)).get()).toEqual(defaults)
    },
  )

  it('changed twice at once end on disk as they ended in the window', async () => {
    const path = join(temporaryFolder(), 'preferences.json')
    const store = await openPreferences(path)
    await Promise.all(Array.from({ length: 30 }, (_, n) => store.set({ idleMinutes: n + 1 })))
    expect(store.get().idleMinutes).toBe(30)
    expect(JSON.parse(readFileSync(path, 'utf8')).idleMinutes).toBe(30)
  })

  it('are for their owner’s eyes only', async () => {
    const path = join(temporaryFolder(), 'preferences.json')
    await (await openPreferences(path)).set({ locale: 'en' })
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
  })

  it('can be written again after the disk refused once', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'preferences.json')
    mkdirSync(path)
    const store = await openPreferences(path)
    await expect(store.set({ locale: 'en' })).rejects.toThrow()
    rmSync(path, { recursive: true })
    await store.set({ idleMinutes: 7 })
    expect((await openPreferences(path)).get()).toMatchObject({ locale: 'en', idleMinutes: 7 })
  })
})
