import { describe, expect, it, onTestFinished } from 'vitest'
import type { In } from '../../shared/contract.ts'
import { mergedVersion } from '../../shared/directory/seen.ts'
import {
  newOpenVault,
  newVault,
  openVaultSide,
  type TestVault,
  testOpener,
} from '../../tests/support/vault.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { allEntries, entryById } from './directory.store.ts'
import { directoryContent, directoryEffect, takeInDirectory } from './take-in.ts'
import { markEntryChecked, newEntry, saveEntry } from './write-entry.ts'

type Details = In<'directory.save'>['details']

const newId = (): string => crypto.randomUUID()

async function add(vault: TestVault, details: Details): Promise<string> {
  const id = newId()
  await vault.call('directory.save', { id, details, seen: null })
  return id
}

describe('an entry of the directory', () => {
  it('is found again as it was written, tidied of spaces that nobody sees', async () => {
    const vault = await openVaultSide()
    const id = await add(vault, {
      organisation: '  Maison  fictive\u0000 ',
      services: ['legal_aid', 'safe_housing', 'legal_aid'],
      regions: ['06'],
      phone: '+1 514 555-0100',
      conditions: 'Sur rendez-vous\r\nSans frais\n',
    })
    expect(await vault.call('directory.get', { id })).toMatchObject({
      organisation: 'Maison fictive',
      services: ['legal_aid', 'safe_housing'],
      conditions: 'Sur rendez-vous\nSans frais',
      phone: '+1 514 555-0100',
      rival: null,
      stale: true,
    })
  })

  it('saved twice under the same id is there once, and the second save changes nothing', async () => {
    const vault = await openVaultSide()
    const id = await add(vault, { organisation: 'Maison fictive' })
    const first = await vault.call('directory.get', { id })
    await vault.call('directory.save', { id, details: { organisation: 'Maison fictive' }, seen: null })
    expect(await vault.call('directory.get', { id })).toEqual(first)
    expect((await vault.call('directory.search', {})).all).toBe(1)
  })

  it('that changed meanwhile is not overwritten unseen', async () => {
    const vault = await openVaultSide()
    const id = await add(vault, { organisation: 'Maison fictive' })
    const { version } = await vault.call('directory.get', { id })
    await vault.call('directory.save', { id, details: { organisation: 'Une autre' }, seen: version })
    const late = vault.call('directory.save', { id, details: { organisation: 'Encore' }, seen: version })
    await expect(late).rejects.toThrow('directory.stale_version')
    const unseen = vault.call('directory.save', { id, details: { organisation: 'Encore' }, seen: null })
    await expect(unseen).rejects.toThrow('directory.stale_version')
    expect((await vault.call('directory.get', { id })).organisation).toBe('Une autre')
  })

  it('takes no term that no list has, and keeps one that it already had', async () => {
    const vault = await newOpenVault()
    const unheard = { organisation: 'X', services: ['unheard_of'] }
    const id = newId()
    const details = { ...emptyDetails, ...unheard }
    expect(() => saveEntry(vault, id, details, null, '2026-03-02')).toThrow('directory.unknown_code')
    takeInDirectory(
      vault.writer,
      { entries: [newEntry(id, details, 'f'.repeat(64), '2026-03-01')] },
      '2026-03-02',
    )
    const { version } = entryById(vault.reader, id)?.entry ?? { version: {} }
    saveEntry(vault, id, { ...details, note: 'Vu' }, version, '2026-03-02')
    expect(entryById(vault.reader, id)?.entry).toMatchObject({ note: 'Vu', services: ['unheard_of'] })
  })

  it.each([
    [{ organisation: '  ' }, 'directory.no_organisation'],
    [{ organisation: 'X', checkedOn: '2026-03-03' }, 'directory.future_date'],
    [{ organisation: 'X', capacity: 'plenty' }, 'directory.unknown_code'],
  ])('is refused by name when it can’t be so: %j', async (details, code) => {
    const vault = await openVaultSide()
    await expect(add(vault, details)).rejects.toThrow(code)
    expect((await vault.call('directory.search', {})).all).toBe(0)
  })

  it('is marked once it is older than six calendar months, or was never checked', async () => {
    const vault = await openVaultSide()
    const id = await add(vault, { organisation: 'X', checkedOn: '2026-03-02' })
    await add(vault, { organisation: 'Jamais vérifiée' })
    const staleOn = async (day: string) => {
      vault.setToday(day)
      const { staleCount } = await vault.call('directory.search', {})
      return [(await vault.call('directory.get', { id })).stale, staleCount]
    }
    expect(await staleOn('2026-09-02')).toEqual([false, 1])
    expect(await staleOn('2026-09-03')).toEqual([true, 2])
    expect((await vault.call('directory.search', { stale: true })).total).toBe(2)
    await vault.call('directory.markChecked', { id })
    expect(await staleOn('2026-09-03')).toEqual([false, 1])
  })

  it('that was removed is in no search, and is gone when asked for', async () => {
    const vault = await openVaultSide()
    const id = await add(vault, { organisation: 'Maison fictive', services: ['legal_aid'] })
    await vault.call('directory.remove', { id })
    await vault.call('directory.remove', { id })
    await expect(vault.call('directory.get', { id })).rejects.toThrow('directory.not_found')
    for (const query of [{ words: 'maison' }, { services: ['legal_aid'] }, {}])
      expect(await vault.call('directory.search', query)).toMatchObject({ total: 0, all: 0, rows: [] })
  })
})

const emptyDetails = {
  organisation: '',
  sector: null,
  services: [] as string[],
  regions: [],
  languages: [],
  conditions: '',
  capacity: null,
  hours: '',
  phone: '',
  email: '',
  website: '',
  contact: '',
  note: '',
  checkedOn: null,
}

describe('a directory that comes in', () => {
  const today = '2026-03-02'
  const vaultOf = async (owner: string) => {
    const vault = await unlockVault(await newVault(owner), testOpener)
    onTestFinished(() => vault.close())
    return vault
  }
  const twoVaults = async () => {
    const [here, there] = [await vaultOf('Anne Fictive'), await vaultOf('Berthe Fictive')]
    const id = newId()
    saveEntry(here, id, { ...emptyDetails, organisation: 'Maison fictive' }, null, today)
    takeInDirectory(there.writer, directoryContent(here.reader), today)
    return { here, there, id }
  }
  const write = (vault: OpenVault, id: string, note: string) => {
    const record = entryById(vault.reader, id)
    if (!record) throw new Error('nothing here')
    const seen = mergedVersion([record.entry, ...record.rivals].map(({ version }) => version))
    saveEntry(vault, id, { ...emptyDetails, organisation: 'Maison fictive', note }, seen, today)
  }

  it('replaces what it has seen, and brings nothing back that is older', async () => {
    const { here, there, id } = await twoVaults()
    const old = directoryContent(here.reader)
    expect(allEntries(there.reader).map(({ entry }) => entry)).toEqual(old.entries)
    write(here, id, 'Nouvelle entrée')
    const newer = directoryContent(here.reader)
    expect(directoryEffect(there.reader, newer).counts).toEqual({ new: 0, update: 1, same: 0, conflict: 0 })
    takeInDirectory(there.writer, newer, today)
    expect(directoryEffect(there.reader, old).counts).toEqual({ new: 0, update: 0, same: 1, conflict: 0 })
    takeInDirectory(there.writer, old, today)
    expect(entryById(there.reader, id)?.entry.note).toBe('Nouvelle entrée')
  })

  it('was made sure of on no day to come, whatever it claims', async () => {
    const { here, there, id } = await twoVaults()
    const [entry] = directoryContent(here.reader).entries
    if (!entry) throw new Error('nothing here')
    const claimed = { ...entry, version: { ...entry.version, ['f'.repeat(64)]: 1 }, checkedOn: '2999-01-01' }
    takeInDirectory(there.writer, { entries: [claimed] }, today)
    expect(entryById(there.reader, id)?.entry.checkedOn).toBe(today)
    takeInDirectory(there.writer, { entries: [{ ...claimed, id: newId(), checkedOn: '2026-01-15' }] }, today)
    expect(allEntries(there.reader).map((one) => one.entry.checkedOn)).toContain('2026-01-15')
  })

  it('keeps what two wrote at the same time side by side, until one settles it for both', async () => {
    const { here, there, id } = await twoVaults()
    write(here, id, 'Ouvert le soir')
    write(there, id, 'Ouvert le matin')
    expect(directoryEffect(there.reader, directoryContent(here.reader)).counts.conflict).toBe(1)
    takeInDirectory(there.writer, directoryContent(here.reader), today)
    takeInDirectory(there.writer, directoryContent(here.reader), today)
    const both = entryById(there.reader, id)
    expect([both?.entry.note, ...(both?.rivals ?? []).map(({ note }) => note)]).toEqual([
      'Ouvert le matin',
      'Ouvert le soir',
    ])
    write(there, id, 'Ouvert matin et soir')
    expect(entryById(there.reader, id)?.rivals).toEqual([])
    takeInDirectory(here.writer, directoryContent(there.reader), today)
    expect(entryById(here.reader, id)).toMatchObject({ entry: { note: 'Ouvert matin et soir' }, rivals: [] })
  })

  it('keeps a third and a fourth text too, and settling what was seen leaves what was not', async () => {
    const { here, there, id } = await twoVaults()
    const third = await vaultOf('Céline Fictive')
    takeInDirectory(third.writer, directoryContent(here.reader), today)
    for (const [vault, note] of [
      [here, 'Un'],
      [there, 'Deux'],
      [third, 'Trois'],
    ] as const)
      write(vault, id, note)
    takeInDirectory(here.writer, directoryContent(there.reader), today)
    const seen = entryById(here.reader, id)
    const seenVersion = mergedVersion([seen?.entry, ...(seen?.rivals ?? [])].map((one) => one?.version ?? {}))
    takeInDirectory(here.writer, directoryContent(third.reader), today)
    saveEntry(
      here,
      id,
      { ...emptyDetails, organisation: 'Maison fictive', note: 'Un et deux' },
      seenVersion,
      today,
    )
    const left = entryById(here.reader, id)
    expect(left?.entry.note).toBe('Un et deux')
    expect(left?.rivals.map(({ note }) => note)).toEqual(['Trois'])
  })

  it('leaves nothing to settle where both wrote the same', async () => {
    const { here, there, id } = await twoVaults()
    markEntryChecked(here, id, today)
    markEntryChecked(there, id, today)
    takeInDirectory(there.writer, directoryContent(here.reader), today)
    takeInDirectory(here.writer, directoryContent(there.reader), today)
    expect(entryById(here.reader, id)?.rivals).toEqual([])
    expect(entryById(here.reader, id)?.entry.version).toEqual(entryById(there.reader, id)?.entry.version)
  })

  it('takes nothing away, and brings back what was removed here', async () => {
    const { here, there, id } = await twoVaults()
    const own = newId()
    saveEntry(there, own, { ...emptyDetails, organisation: 'À nous' }, null, today)
    there.writer.run('DELETE FROM directory_entries WHERE id = ?', id)
    expect(directoryEffect(there.reader, directoryContent(here.reader)).counts.new).toBe(1)
    takeInDirectory(there.writer, directoryContent(here.reader), today)
    expect(allEntries(there.reader).map(({ entry }) => entry.organisation)).toEqual([
      'À nous',
      'Maison fictive',
    ])
  })
})
