import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { canMount } from '../support/machine.ts'
import {
  newVault,
  stateOfFolder,
  temporaryFolder,
  testIdentity,
  testOpener,
  testPassphrase,
} from '../support/vault.ts'
import { openVaultProcess } from '../support/vault-process.ts'
import { lookInside } from './support/after-cuts.ts'
import { ids, saveOf, wholeSaves } from './support/saves.ts'
import { type SmallDisk, smallDisk } from './support/small-disk.ts'
import { spawnVault } from './support/spawn-vault.ts'

vi.mock('@node-rs/argon2', async () => (await import('./support/argon2-once.ts')).argon2Once())

// Minutes of work on a machine that does other things too.
vi.setConfig({ testTimeout: 600_000 })

/** A closed vault on a disk of its own. */
async function vaultOn(disk: SmallDisk): Promise<string> {
  const folder = join(disk.folder, 'vault')
  cpSync(await newVault(), folder, { recursive: true })
  return folder
}

const key = { caseId: '00000000-0000-4000-8000-000000000000', form: 'wishes' as const }

describe.runIf(canMount)('on a disk that is full', () => {
  it('the test’s own disk is full when it says so, and has room again', () => {
    const disk = smallDisk(256)
    disk.fill()
    expect(() => cpSync(new URL(import.meta.url), join(disk.folder, 'one more'))).toThrow('ENOSPC')
    disk.free()
    cpSync(new URL(import.meta.url), join(disk.folder, 'one more'))
    expect(readdirSync(disk.folder)).toContain('one more')
  })

  it('saves and drafts are refused by name however little room is left; the vault goes on when there is room', async () => {
    const disk = smallDisk(4096)
    const folder = await vaultOn(disk)
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    const saved: string[] = []
    const refused: string[] = []
    const attempts = [0, 4, 8, 16, 24, 32, 48, 64, 96, 0]
    for (const [index, leaving] of attempts.entries()) {
      disk.fill(leaving)
      for (const id of ids(3)) {
        const [channel, input] = saveOf(id)
        const outcome = await vault.call(channel, input).catch((error: Error) => error.message)
        if (typeof outcome === 'string') {
          expect(outcome).toBe('vault.disk_full')
          refused.push(id)
        } else saved.push(id)
      }
      if (leaving === 0) {
        await expect(vault.call('drafts.put', { key, body: 'x'.repeat(9000) })).rejects.toThrow(
          'vault.disk_full',
        )
      }
      // What was saved can still be read.
      expect((await vault.call('cases.list', {})).total).toBe(saved.length)
      disk.free()
      const [id = ''] = ids(1)
      await vault.call(...saveOf(id))
      saved.push(id)
      await vault.call('drafts.put', { key, body: `Essai ${index}` })
    }
    expect(refused.length).toBeGreaterThan(3)
    disk.fill()
    await vault.kill()
    disk.free()
    await lookInside(folder, testOpener, ({ reader }) => {
      expect(wholeSaves(reader).sort()).toEqual(saved.sort())
      expect(reader.get('SELECT body FROM drafts')).toEqual({ body: `Essai ${attempts.length - 1}` })
    })
  })

  it('a vault killed in the middle opens or is refused by name, and holds everything once there is room', async () => {
    const disk = smallDisk(4096)
    const folder = await vaultOn(disk)
    const saved = ids(3)
    const first = openVaultProcess()
    await first.call('vault.unlock', { folder, passphrase: testPassphrase })
    for (const id of saved) await first.call(...saveOf(id))
    disk.fill()
    await first.kill()

    const second = openVaultProcess()
    const outcome = await second
      .call('vault.unlock', { folder, passphrase: testPassphrase })
      .then(() => 'opened')
      .catch((error: Error) => error.message)
    expect(['opened', 'vault.disk_full']).toContain(outcome)
    await second.end()
    disk.free()
    await lookInside(folder, testOpener, ({ reader }) =>
      expect(wholeSaves(reader).sort()).toEqual(saved.sort()),
    )
  })

  it('no vault is begun that can’t be finished, and nothing of it stays', async () => {
    const vault = openVaultProcess()
    for (const leaving of [0, 16, 64, 128]) {
      const disk = smallDisk(1024)
      disk.fill(leaving)
      const before = stateOfFolder(disk.folder)
      const folder = join(disk.folder, 'vault')
      await expect(
        vault.call('vault.create', { folder, passphrase: testPassphrase, identity: testIdentity }),
      ).rejects.toThrow('vault.disk_full')
      expect(stateOfFolder(disk.folder)).toEqual(before)
      disk.free()
    }
  })

  /** What came of it: nothing but the room that is missing may be named. */
  const outcomeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: Error) => {
        expect(['vault.disk_full', 'vault.no_room_to_update']).toContain(error.message)
        return 'refused'
      },
    )

  it('a change of passphrase is refused by name and the old one stands, or it is made', async () => {
    const disk = smallDisk(4096)
    const folder = await vaultOn(disk)
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    let current = testPassphrase
    const outcomes = new Set<string>()
    for (const [index, leaving] of [0, 4, 8, 12, 64, 0].entries()) {
      const next = `lanterne oblique quarante rivières ${index}`
      disk.fill(leaving)
      const outcome = await outcomeOf(vault.call('vault.changePassphrase', { current, next }))
      outcomes.add(outcome)
      if (outcome === 'done') current = next
      const opener = (passphrase: string) => ({ by: 'passphrase', passphrase }) as const
      await whileCopied(folder, (copy) => lookInside(copy, opener(current), () => undefined))
      disk.free()
    }
    expect([...outcomes].sort()).toEqual(['done', 'refused'])
    await vault.call('vault.changePassphrase', { current, next: testPassphrase })
    await vault.kill()
    await lookInside(folder, testOpener, () => undefined)
  })

  it('a backup is refused by name and leaves nothing behind, or it is whole; the vault goes on', async () => {
    const disk = smallDisk(64 * 1024)
    const folder = await newVault()
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    await vault.call('backup.settings', { folder: disk.folder, automatic: false })
    const outcomes: string[] = []
    // Relais keeps some room free for saves: there must be that much over.
    for (const leaving of [0, 128, 1024, 48 * 1024]) {
      disk.fill(leaving)
      const before = readdirSync(disk.folder).sort()
      const outcome = await outcomeOf(vault.call('backup.now', { jobId: randomUUID() }))
      outcomes.push(outcome)
      if (outcome === 'refused') expect(readdirSync(disk.folder).sort()).toEqual(before)
      await vault.call(...saveOf(randomUUID()))
      disk.free()
    }
    expect([outcomes[0], outcomes.at(-1)]).toEqual(['refused', 'done'])
    const { backups } = await vault.call('backup.list', { folder: disk.folder })
    expect(backups.map(({ problem }) => problem)).toEqual(
      outcomes.flatMap((one) => (one === 'done' ? [null] : [])),
    )
  })

  it('a restore is refused by name and leaves nothing behind, or it is whole', async () => {
    const disk = smallDisk(2048)
    const [folder, backups] = [await newVault(), temporaryFolder()]
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    await vault.call('backup.settings', { folder: backups, automatic: false })
    const { name } = await vault.call('backup.now', { jobId: randomUUID() })
    const outcomes: string[] = []
    for (const leaving of [0, 32, 128, 1024]) {
      disk.fill(leaving)
      const before = readdirSync(disk.folder).sort()
      const into = join(disk.folder, `restored ${leaving}`)
      const restoring = { jobId: randomUUID(), folder: backups, name, opener: testOpener, into }
      const outcome = await outcomeOf(vault.call('backup.restore', restoring))
      outcomes.push(outcome)
      disk.free()
      if (outcome === 'refused') {
        const left = readdirSync(disk.folder).sort()
        expect(left).toEqual(before.filter((entry) => entry !== 'filling'))
      } else await lookInside(into, testOpener, () => undefined)
    }
    expect([outcomes[0], outcomes.at(-1)]).toEqual(['refused', 'done'])
  })

  it('an update is refused by name and the vault is as it was, or it is made', async () => {
    const disk = smallDisk(64 * 1024)
    const outcomes: string[] = []
    for (const leaving of [0, 128, 1024, 48 * 1024]) {
      const folder = join(disk.folder, `vault ${leaving}`)
      mkdirSync(folder)
      for (const name of ['relais.db', 'relais.keys', 'relais.keys.previous'])
        cpSync(new URL(`../vectors/vaults/0001/${name}`, import.meta.url), join(folder, name))
      const before = readFileSync(join(folder, 'relais.db'))
      disk.fill(leaving)
      const vault = openVaultProcess()
      const outcome = await outcomeOf(vault.call('vault.unlock', { folder, passphrase: testPassphrase }))
      outcomes.push(outcome)
      await vault.end()
      if (outcome === 'refused') expect(readFileSync(join(folder, 'relais.db')).equals(before)).toBe(true)
      disk.free()
      await lookInside(folder, testOpener, () => undefined)
      rmSync(folder, { recursive: true })
    }
    expect([outcomes[0], outcomes.at(-1)]).toEqual(['refused', 'done'])
  })
})

/** A copy of a vault in use, elsewhere: as it would be found if the process ended now. */
async function whileCopied(folder: string, work: (copy: string) => Promise<void>): Promise<void> {
  const copy = join(temporaryFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  await work(copy)
}

// Where no disk can be made for a test, the system still lets a process be told how long a file of its own may become.
describe.runIf(process.platform !== 'win32')('under a limit on the length of a file', () => {
  it('a save that does not fit is refused by name, and all that was saved before is there', async () => {
    const folder = await newVault()
    const blocks = 2 * Math.ceil(statSync(vaultFiles(folder).database).size / 1024) + 64
    const vault = spawnVault({ behind: ['sh', '-c', `ulimit -f ${blocks}; exec "$0" "$@"`] })
    await vault.ask('vault.unlock', { folder, passphrase: testPassphrase })
    const saved: string[] = []
    let refusal = ''
    while (refusal === '' && saved.length < 200) {
      const id = randomUUID()
      await vault.ask(...saveOf(id)).then(
        () => saved.push(id),
        (error: Error) => {
          refusal = error.message
        },
      )
    }
    expect(['vault.disk_full', 'vault.folder_unwritable']).toContain(refusal)
    await vault.kill()
    await lookInside(folder, testOpener, ({ reader }) =>
      expect(wholeSaves(reader).sort()).toEqual(saved.sort()),
    )
  })
})
