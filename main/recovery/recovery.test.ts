import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { In } from '../../shared/contract.ts'
import type { Kit } from '../../shared/recovery/recovery.contract.ts'
import { openVaultSide, type TestVault, testIdentity, testPassphrase } from '../../tests/support/vault.ts'
import { vaultFiles } from '../vault/folder/files.ts'

vi.mock('@node-rs/argon2', async () =>
  (await import('../../tests/faults/support/argon2-once.ts')).argon2Once(),
)

type Entered = In<'recovery.confirm'>['kit']

const another = 'parapluie rouge trente-six collines calmes'
const wordsOf = (kit: Kit): string[] =>
  kit.form === 'shares' ? kit.shares.map(({ words }) => words.join(' ')) : []

/** What a person enters from the page or the three pages that she printed. */
const enteredBack = (kit: Kit): Entered =>
  kit.form === 'code' ? { by: 'code', code: kit.code } : { by: 'shares', shares: wordsOf(kit) }

/** What is enough to open a vault: of shares, the first two. */
const opening = (kit: Kit): Entered =>
  kit.form === 'code' ? enteredBack(kit) : { by: 'shares', shares: wordsOf(kit).slice(0, 2) }

async function withKit(form: 'code' | 'shares'): Promise<{ vault: TestVault; kit: Kit; entered: Entered }> {
  const vault = await openVaultSide()
  const kit = await vault.call('recovery.begin', { form, locale: 'fr' })
  await vault.call('recovery.confirm', { kit: enteredBack(kit), current: testPassphrase })
  return { vault, kit, entered: opening(kit) }
}

const unlock = (vault: TestVault, passphrase: string): Promise<unknown> =>
  vault.call('vault.unlock', { folder: vault.folder, passphrase })
const recover = (vault: TestVault, kit: Entered, passphrase = another): Promise<unknown> =>
  vault.call('recovery.recover', { folder: vault.folder, kit, passphrase })
const damage = (path: string): void =>
  writeFileSync(path, readFileSync(path, 'utf8').replace('"slots"', '"slotz"'))
const everythingIn = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith('relais') && !name.startsWith('relais.db'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join()

describe('a recovery kit', () => {
  it('counts once it has been entered back, and not before', async () => {
    const vault = await openVaultSide()
    expect(await vault.call('recovery.state', {})).toEqual({ kit: null, dueOn: null })
    const kit = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    expect(await vault.call('recovery.state', {})).toEqual({ kit: null, dueOn: null })
    expect(await vault.call('vault.inspect', { folder: vault.folder })).toMatchObject({ kit: null })
    await vault.call('recovery.confirm', { kit: enteredBack(kit), current: testPassphrase })
    expect(await vault.call('recovery.state', {})).toEqual({
      kit: { form: 'code', kitId: kit.kitId, madeOn: '2026-03-02', checkedOn: '2026-03-02' },
      dueOn: '2027-03-02',
    })
    expect(await vault.call('vault.inspect', { folder: vault.folder })).toMatchObject({ kit: 'code' })
  })

  it('of shares is printed as three pages, in the language asked for', async () => {
    const vault = await openVaultSide()
    const kit = await vault.call('recovery.begin', { form: 'shares', locale: 'en' })
    if (kit.form !== 'shares') return expect.unreachable()
    expect(kit.shares.map(({ index }) => index)).toEqual([1, 2, 3])
    for (const { words, qr } of kit.shares) {
      expect(words).toHaveLength(18)
      expect(words.join('')).toMatch(/^[a-z]+$/)
      expect(qr).toMatch(/^RELAIS-SHARE:[A-Z2-7]{40}$/)
    }
    await vault.call('recovery.confirm', {
      kit: { by: 'shares', shares: wordsOf(kit) },
      current: testPassphrase,
    })
    expect((await vault.call('recovery.state', {})).kit).toMatchObject({ form: 'shares', kitId: kit.kitId })
  })

  it('is not confirmed by another one, by two of its three shares, or by the same share twice', async () => {
    const vault = await openVaultSide()
    const before = await vault.call('recovery.begin', { form: 'shares', locale: 'fr' })
    const kit = await vault.call('recovery.begin', { form: 'shares', locale: 'fr' })
    const [one = '', two = '', three = ''] = wordsOf(kit)
    const [stale = ''] = wordsOf(before)
    const confirm = (...shares: string[]) =>
      vault.call('recovery.confirm', { kit: { by: 'shares', shares }, current: testPassphrase })
    await expect(confirm(...wordsOf(before))).rejects.toThrow('recovery.entered_differs')
    await expect(confirm(one, stale)).rejects.toMatchObject({
      code: 'recovery.entered_differs',
      params: { share: 2 },
    })
    await expect(confirm(one, one)).rejects.toThrow('recovery.share_twice')
    await expect(confirm(one, two.replace(/^\S+/, 'zzyzx'))).rejects.toMatchObject({
      params: { word: 1, share: 2 },
    })
    await expect(
      vault.call('recovery.confirm', { kit: { by: 'code', code: 'x' }, current: testPassphrase }),
    ).rejects.toThrow('recovery.entered_differs')
    expect(await vault.call('recovery.state', {})).toEqual({ kit: null, dueOn: null })
    await expect(confirm(two, one)).rejects.toThrow('recovery.entered_differs')
    await expect(confirm(two, one, stale)).rejects.toMatchObject({ params: { share: 3 } })
    expect(await vault.call('recovery.state', {})).toEqual({ kit: null, dueOn: null })
    await confirm(three, two, one)
    expect((await vault.call('recovery.state', {})).kit).toMatchObject({ kitId: kit.kitId })
  })

  it('that was abandoned, replaced or already confirmed can’t be confirmed any more', async () => {
    const vault = await openVaultSide()
    const confirm = (kit: Kit) =>
      vault.call('recovery.confirm', { kit: enteredBack(kit), current: testPassphrase })
    const abandoned = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    await vault.call('recovery.abandon', {})
    await expect(confirm(abandoned)).rejects.toThrow('recovery.not_begun')
    const replaced = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    const kit = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    await expect(confirm(replaced)).rejects.toThrow('recovery.entered_differs')
    await confirm(kit)
    await expect(confirm(kit)).rejects.toThrow('recovery.not_begun')
  })

  it('that was not confirmed is forgotten with the process, and the one before it still opens', async () => {
    const { vault, entered } = await withKit('code')
    const kit = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    vault.close()
    await unlock(vault, testPassphrase)
    await expect(
      vault.call('recovery.confirm', { kit: enteredBack(kit), current: testPassphrase }),
    ).rejects.toThrow('recovery.not_begun')
    await vault.call('recovery.check', { kit: entered })
  })

  it('takes the place of the one before, which is dead from then on', async () => {
    const { vault, entered: old } = await withKit('code')
    const kit = await vault.call('recovery.begin', { form: 'shares', locale: 'fr' })
    await vault.call('recovery.check', { kit: old })
    await vault.call('recovery.confirm', { kit: enteredBack(kit), current: testPassphrase })
    await expect(vault.call('recovery.check', { kit: old })).rejects.toThrow('recovery.no_kit')
    vault.close()
    await expect(recover(vault, old)).rejects.toThrow('recovery.no_kit')
  })

  it('is due a year after it was made or last checked', async () => {
    const { vault, kit, entered } = await withKit('shares')
    vault.setToday('2027-04-01')
    await vault.call('recovery.check', { kit: entered })
    expect(await vault.call('recovery.state', {})).toEqual({
      kit: { form: 'shares', kitId: kit.kitId, madeOn: '2026-03-02', checkedOn: '2027-04-01' },
      dueOn: '2028-03-31',
    })
  })

  it('made while the clock was a century ahead is due at once when the clock is right again', async () => {
    const vault = await openVaultSide()
    vault.setToday('2126-01-01')
    const kit = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    const entered = enteredBack(kit)
    await vault.call('recovery.confirm', { kit: entered, current: testPassphrase })
    vault.setToday('2026-03-02')
    await vault.call('notices.trustClock', {})
    expect((await vault.call('recovery.state', {})).dueOn).toBe('2026-03-02')
    await vault.call('recovery.check', { kit: entered })
    expect(await vault.call('recovery.state', {})).toMatchObject({
      kit: { madeOn: '2026-03-02' },
      dueOn: '2027-03-02',
    })
  })

  it('of another vault is refused at the yearly check', async () => {
    const { vault } = await withKit('code')
    const other = await withKit('code')
    await expect(vault.call('recovery.check', { kit: other.entered })).rejects.toThrow('recovery.wrong')
  })

  it('survives a change of the passphrase', async () => {
    const { vault, entered } = await withKit('code')
    await vault.call('vault.changePassphrase', { current: testPassphrase, next: another })
    await vault.call('recovery.check', { kit: entered })
  })
})

describe('a vault left open', () => {
  it('is not taken over with a kit of one’s own by somebody without its passphrase, who may not guess on either', async () => {
    const { vault, entered } = await withKit('code')
    const kit = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    const confirm = (current: string) => vault.call('recovery.confirm', { kit: enteredBack(kit), current })
    for (let n = 0; n < 3; n += 1) await expect(confirm(another)).rejects.toThrow('vault.wrong_passphrase')
    await expect(confirm(testPassphrase)).rejects.toThrow('vault.too_soon')
    await vault.call('recovery.check', { kit: entered })
  })

  it('that is closed while a kit is confirmed keeps the kit before it', async () => {
    const { vault, entered } = await withKit('code')
    const kit = await vault.call('recovery.begin', { form: 'code', locale: 'fr' })
    const confirming = vault.call('recovery.confirm', { kit: enteredBack(kit), current: testPassphrase })
    vault.close()
    await expect(confirming).rejects.toThrow('vault.locked')
    await unlock(vault, testPassphrase)
    await vault.call('recovery.check', { kit: entered })
  })
})

describe('one share', () => {
  it('is told whole and of this vault’s kit, without opening anything', async () => {
    const { vault, kit } = await withKit('shares')
    vault.close()
    for (const [at, share] of wordsOf(kit).entries()) {
      expect(await vault.call('recovery.checkShare', { folder: vault.folder, share })).toEqual({
        index: at + 1,
      })
    }
    await expect(vault.call('recovery.state', {})).rejects.toThrow('vault.locked')
  })

  it('of another kit is named as such', async () => {
    const { vault } = await withKit('shares')
    const other = await withKit('shares')
    const [share = ''] = wordsOf(other.kit)
    const check = vault.call('recovery.checkShare', { folder: vault.folder, share })
    await expect(check).rejects.toThrow('recovery.share_of_another_kit')
  })

  it('where there are none is told so', async () => {
    const { vault } = await withKit('code')
    const check = vault.call('recovery.checkShare', { folder: vault.folder, share: 'abaisser' })
    await expect(check).rejects.toThrow('recovery.no_kit')
  })
})

describe.each(['code', 'shares'] as const)('with the passphrase forgotten, a kit (%s)', (form) => {
  it('opens the vault and sets a new passphrase; the old one and the kit are dead, in every file', async () => {
    const { vault, kit, entered } = await withKit(form)
    const { kitId } = kit
    const id = crypto.randomUUID()
    await vault.call('cases.saveSection', {
      id,
      section: { name: 'wishes', body: { wishes: 'Un vélo' } },
      seen: [],
    })
    const slots = readFileSync(vaultFiles(vault.folder).keys, 'utf8').match(/[0-9a-f]{96}/g) ?? []
    expect(slots).toHaveLength(2)
    vault.close()

    await recover(vault, entered)
    expect((await vault.call('cases.get', { id })).sections).toHaveLength(1)
    expect(await vault.call('recovery.state', {})).toEqual({ kit: null, dueOn: null })
    vault.close()
    await expect(unlock(vault, testPassphrase)).rejects.toThrow('vault.wrong_passphrase')
    await expect(recover(vault, entered)).rejects.toThrow('recovery.no_kit')
    await unlock(vault, another)
    for (const dead of [...slots, kitId]) expect(everythingIn(vault.folder)).not.toContain(dead)
  })

  it('opens the vault when the key file and its copy are damaged', async () => {
    const { vault, entered } = await withKit(form)
    vault.close()
    const { keys, keysCopy } = vaultFiles(vault.folder)
    damage(keys)
    damage(keysCopy)
    await expect(unlock(vault, testPassphrase)).rejects.toThrow('vault.key_file_damaged')
    expect(await vault.call('vault.inspect', { folder: vault.folder })).toMatchObject({
      holds: 'vault',
      kit: form,
    })
    await recover(vault, entered)
    vault.close()
    await unlock(vault, another)
  })

  it('opens the vault when they are gone', async () => {
    const { vault, entered } = await withKit(form)
    vault.close()
    const { keys, keysCopy } = vaultFiles(vault.folder)
    rmSync(keys)
    rmSync(keysCopy)
    await recover(vault, entered)
    vault.close()
    await unlock(vault, another)
  })

  it.each(['trop court', `${testIdentity.name} 2026`])(
    'is not spent for a passphrase that a new vault would not take: %s',
    async (weak) => {
      const { vault, entered } = await withKit(form)
      vault.close()
      await expect(recover(vault, entered, weak)).rejects.toThrow(/vault\.passphrase_too_(short|common)/)
      await expect(vault.call('recovery.state', {})).rejects.toThrow('vault.locked')
      await recover(vault, entered)
    },
  )
})

describe('a kit that is not right', () => {
  it('is refused, and slowed down like a passphrase', async () => {
    const { vault } = await withKit('code')
    const other = await withKit('code')
    vault.close()
    for (let n = 0; n < 3; n += 1)
      await expect(recover(vault, other.entered)).rejects.toThrow('recovery.wrong')
    await expect(recover(vault, other.entered)).rejects.toThrow('vault.too_soon')
    await expect(unlock(vault, testPassphrase)).rejects.toThrow('vault.too_soon')
    expect((await vault.call('vault.inspect', { folder: vault.folder })).waitSeconds).toBe(1)
  })

  it('costs nothing when it was only mistyped', async () => {
    const { vault, entered } = await withKit('code')
    vault.close()
    for (let n = 0; n < 5; n += 1) {
      const mistyped: Entered = { by: 'code', code: 'HWE3K' }
      await expect(recover(vault, mistyped)).rejects.toThrow('recovery.code_malformed')
    }
    await recover(vault, entered)
  })

  it('share of another kit: is named, with its place among those given', async () => {
    const { vault, kit } = await withKit('shares')
    const other = await withKit('shares')
    vault.close()
    const [one = ''] = wordsOf(kit)
    const [, two = ''] = wordsOf(other.kit)
    await expect(recover(vault, { by: 'shares', shares: [one, two] })).rejects.toMatchObject({
      code: 'recovery.share_of_another_kit',
      params: { share: 2 },
    })
  })
})
