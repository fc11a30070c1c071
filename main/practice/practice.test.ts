import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { practicePassphrase } from '../../shared/practice/practice.contract.ts'
import { eventually } from '../../tests/support/eventually.ts'
import {
  newVault,
  openPracticeSide,
  openVaultSide,
  stateOfFolder,
  temporaryFolder,
} from '../../tests/support/vault.ts'
import { openVaultProcess } from '../../tests/support/vault-process.ts'
import { createVault } from '../vault/create-vault.ts'
import { floorParameters } from '../vault/keys/kdf.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { fillForPractice } from './fill-vault.ts'

const today = '2026-03-02'
const identity = {
  name: 'Personne en exercice',
  organisation: 'Organisme d’exercice',
  sector: 'community',
} as const

const codesIn = async (vault: Awaited<ReturnType<typeof openPracticeSide>>): Promise<string[]> =>
  (await vault.call('cases.list', { sort: 'code' })).rows.map(({ code }) => code)

it('opens what was made the first time, in whatever language one comes back', async () => {
  const vault = await openPracticeSide('fr')
  const codes = await codesIn(vault)
  vault.close()
  const again = await openPracticeSide('en', vault.folder, '2026-03-09')
  expect(await codesIn(again)).toEqual(codes)
  expect(await again.call('practice.state', {})).toEqual({ practice: true })
})

it('says of a real vault that it is none', async () => {
  const vault = await openVaultSide()
  expect(await vault.call('practice.state', {})).toEqual({ practice: false })
})

it('is whole or not there at all: made-up situations that could not all be written leave no vault', async () => {
  const folder = join(temporaryFolder(), 'practice')
  const failing = createVault(folder, {
    passphrase: practicePassphrase,
    identity,
    today,
    kdf: floorParameters(),
    fillForPractice: (writer) => {
      fillForPractice(writer, 'fr', today)
      throw new Error('the disk is gone')
    },
  })
  await expect(failing).rejects.toThrow('the disk is gone')
  expect(readdirSync(dirname(folder))).toEqual([])
  expect((await codesIn(await openPracticeSide('fr', folder))).length).toBeGreaterThan(12)
})

it('is made anew by the next try when the process is killed in the middle', async () => {
  const folder = join(temporaryFolder(), 'practice')
  const first = openVaultProcess()
  const making = first.call('practice.open', { folder, locale: 'fr' }).catch(() => 'killed')
  await eventually(() => readdirSync(dirname(folder)).length).toBe(1)
  await first.kill()
  expect(await making).toBe('killed')
  expect(readdirSync(dirname(folder))).not.toContain('practice')
  const vault = await openPracticeSide('fr', folder)
  expect((await codesIn(vault)).length).toBeGreaterThan(12)
})

it('leaves no word of a situation anywhere but inside, under its key', async () => {
  const around = temporaryFolder()
  const vault = await openPracticeSide('fr', join(around, 'practice'))
  const sentences = [
    'Souffler.',
    'Maison d’hébergement imaginaire',
    'Collègue fictive A',
    'ceci est un coffre',
  ]
  const written = (): Buffer[] =>
    readdirSync(around, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  const inTheClear = (): string[] =>
    sentences.filter((sentence) =>
      written().some((bytes) => bytes.includes(sentence) || bytes.includes(Buffer.from(sentence, 'utf16le'))),
    )
  expect(inTheClear()).toEqual([])
  vault.close()
  expect(readdirSync(around)).toEqual(['practice'])
  expect(inTheClear()).toEqual([])
})

it('refuses a real vault that lies where the practice vault should, and touches nothing of it', async () => {
  const folder = await newVault()
  const before = stateOfFolder(folder)
  await expect(openPracticeSide('fr', folder)).rejects.toThrow('practice.not_practice')
  expect(stateOfFolder(folder)).toEqual(before)
})

it('refuses a real vault even when somebody gave it the passphrase that everybody knows', async () => {
  const folder = join(temporaryFolder(), 'vault')
  await createVault(folder, { passphrase: practicePassphrase, identity, today, kdf: floorParameters() })
  const before = stateOfFolder(folder)
  await expect(openPracticeSide('fr', folder)).rejects.toThrow('practice.not_practice')
  expect(stateOfFolder(folder)).toEqual(before)
  const vault = await unlockVault(folder, { by: 'passphrase', passphrase: practicePassphrase })
  expect(vault.practice).toBe(false)
  vault.close()
})

it('asks for neither a kit nor a backup, as nothing in it can be lost', async () => {
  const vault = await openPracticeSide('fr')
  vault.setToday('2026-05-02')
  expect((await vault.call('notices.list', {})).notices.map(({ code }) => code)).toEqual([])
})

it('keeps the passphrase under which it opens by itself', async () => {
  const vault = await openPracticeSide('fr')
  const change = { current: practicePassphrase, next: 'tambour violet quatorze nuages lents' }
  await expect(vault.call('vault.changePassphrase', change)).rejects.toThrow('practice.fixed_passphrase')
})

it('takes no recovery kit, whose passphrase would shut it to the program itself', async () => {
  const vault = await openPracticeSide('fr')
  for (const form of ['code', 'shares'] as const) {
    await expect(vault.call('recovery.begin', { form, locale: 'fr' })).rejects.toThrow('practice.no_kit')
  }
  vault.close()
  const again = await openPracticeSide('fr', vault.folder)
  expect(await again.call('practice.state', {})).toEqual({ practice: true })
})

it('prints nothing that could be taken for a real document: EXERCICE stands on every page', async () => {
  const vault = await openPracticeSide('fr')
  const { rows } = await vault.call('cases.list', {})
  const caseId = rows[0]?.id ?? ''
  const choice = { kind: 'trajectory', caseId } as const
  expect((await vault.call('documents.compose', { ...choice, locale: 'fr' })).paper.mark).toMatch(
    /^EXERCICE.*Confidentiel$/,
  )
  expect((await vault.call('documents.compose', { ...choice, locale: 'en' })).paper.mark).toContain(
    'PRACTICE',
  )
  expect((await vault.call('documents.page', { ...choice, locale: 'fr' })).html).toContain('EXERCICE')
})

it('puts nothing into a folder that holds something else, and says so', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'liste.txt'), 'à garder')
  await expect(openPracticeSide('fr', folder)).rejects.toThrow('vault.folder_not_empty')
  expect(readdirSync(folder)).toEqual(['liste.txt'])
})
