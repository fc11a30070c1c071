import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  giveUpPrivileges,
  openVaultSide,
  temporaryFolder,
  testIdentity,
  testOpener,
  testPassphrase,
} from '../../tests/support/vault.ts'
import { vaultFiles } from '../vault/folder/files.ts'

const summary = { name: 'summary', body: { context: '', situation: 'Ville fictive', needs: '' } } as const
const jobId = (): string => crypto.randomUUID()

describe('backups through the contract', () => {
  it('go beside the vault until a folder is chosen, and nothing is remembered before there is one', async () => {
    const { call, folder } = await openVaultSide()
    expect(await call('backup.state', {})).toMatchObject({
      folder: vaultFiles(folder).backups,
      chosen: false,
      automatic: true,
      last: null,
      problem: null,
    })
    await call('cases.saveSection', { id: crypto.randomUUID(), section: summary, seen: [] })
    expect((await call('backup.state', {})).changed).toBe(true)
    const made = await call('backup.now', { jobId: jobId() })
    expect(made).toMatchObject({ folder: vaultFiles(folder).backups, contents: { cases: 1 } })
    const state = await call('backup.state', {})
    expect(state.changed).toBe(false)
    expect(state.last).toMatchObject({ name: made.name, folder: made.folder })
  })

  it('go where they were told, are listed, looked into, restored, and the vault there opens', async () => {
    const { call, close } = await openVaultSide()
    const [stick, around] = [temporaryFolder(), temporaryFolder()]
    const id = crypto.randomUUID()
    await call('cases.saveSection', { id, section: summary, seen: [] })
    await call('backup.settings', { folder: stick, automatic: false })
    const { name, bytes, contents } = await call('backup.now', { jobId: jobId() })
    const listed = await call('backup.list', { folder: stick })
    const [{ madeAt = 0 } = {}] = listed.backups
    expect(listed.backups).toEqual([{ name, madeAt, kind: 'manual', bytes, problem: null }])
    expect(await call('backup.look', { folder: stick, name, opener: testOpener })).toEqual({
      madeAt,
      owner: { name: testIdentity.name, organisation: testIdentity.organisation },
      contents,
    })
    close()
    const into = join(around, 'coffre')
    await call('backup.restore', { jobId: jobId(), folder: stick, name, opener: testOpener, into })
    await call('vault.unlock', { folder: into, passphrase: testPassphrase })
    expect((await call('cases.get', { id })).id).toBe(id)
    expect(await call('backup.state', {})).toMatchObject({ folder: stick, chosen: true, automatic: false })
  })

  it('are not sent where nothing can be written, and stay where they were', async () => {
    const { call } = await openVaultSide()
    const folder = temporaryFolder()
    const refused = (to: string) => call('backup.settings', { folder: to, automatic: true })
    await expect(refused(join(folder, 'absent'))).rejects.toThrow('backup.folder_missing')
    writeFileSync(join(folder, 'file'), '')
    await expect(refused(join(folder, 'file'))).rejects.toThrow('backup.folder_missing')
    await expect(refused('backups')).rejects.toThrow('backup.folder_unsuitable')
    await expect(call('backup.list', { folder: 'backups' })).rejects.toThrow('backup.folder_unsuitable')
    expect((await call('backup.state', {})).chosen).toBe(false)
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('are refused of a folder that only another may write in', async () => {
    const { call } = await openVaultSide()
    const folder = process.platform === 'linux' ? '/' : temporaryFolder()
    giveUpPrivileges()
    await expect(call('backup.settings', { folder, automatic: true })).rejects.toThrow(
      'backup.folder_unwritable',
    )
  })

  it('go back beside the vault when no folder is chosen any more, or that very one is', async () => {
    const { call, folder } = await openVaultSide()
    await call('backup.settings', { folder: temporaryFolder(), automatic: true })
    const { backups } = vaultFiles(folder)
    mkdirSync(backups)
    await call('backup.settings', { folder: backups, automatic: true })
    expect(await call('backup.state', {})).toMatchObject({ folder: backups, chosen: false })
    await call('backup.settings', { folder: temporaryFolder(), automatic: true })
    await call('backup.settings', { folder: null, automatic: true })
    expect(await call('backup.state', {})).toMatchObject({ folder: backups, chosen: false })
  })

  it('are told in the journal, without the folder', async () => {
    const { call } = await openVaultSide()
    const folder = temporaryFolder()
    await call('backup.settings', { folder, automatic: false })
    const { name } = await call('backup.now', { jobId: jobId() })
    const { lines } = await call('journal.list', { filter: { topics: ['backup'] }, before: null })
    expect(lines.map(({ action, subject }) => [action, subject?.id ?? null])).toEqual([
      ['backup.made', name],
      ['backup.settings_changed', null],
    ])
    expect(JSON.stringify(lines)).not.toContain(folder)
  })
})
