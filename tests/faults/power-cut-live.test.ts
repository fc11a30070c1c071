import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { inspectFolder } from '../../main/vault/folder/inspect-folder.ts'
import { temporaryFolder, testIdentity, testOpener, testPassphrase } from '../support/vault.ts'
import { lookInside } from './support/after-cuts.ts'
import { cutAtEveryStep } from './support/cut-for-real.ts'

vi.mock('@node-rs/argon2', async () => (await import('./support/argon2-once.ts')).argon2Once())

// Minutes of work on a machine that does other things too.
vi.setConfig({ testTimeout: 600_000 })

it('these tests would catch a file written over in place', async () => {
  const from = temporaryFolder()
  writeFileSync(join(from, 'file'), 'old content')
  const found = new Set<string>()
  await cutAtEveryStep(
    from,
    (root) => async (ask) => {
      await ask('vault.inspect', { folder: root })
    },
    ({ root }) => Promise.resolve(void found.add(readFileSync(join(root, 'file'), 'utf8'))),
    new URL('support/careless-process.ts', import.meta.url),
  )
  expect([...found].sort()).toEqual(['new c', 'old content'])
})

it('a vault process killed at every step of creating leaves a whole vault or none', async () => {
  const cuts = await cutAtEveryStep(
    temporaryFolder(),
    (root) => async (ask) => {
      await ask('vault.create', {
        folder: join(root, 'vault'),
        passphrase: testPassphrase,
        identity: testIdentity,
      })
    },
    async ({ root, said }) => {
      const folder = join(root, 'vault')
      if (!said.has(1) && (await inspectFolder(folder)) === 'nothing') return
      await lookInside(folder, testOpener, ({ me }) => expect(me.name).toBe(testIdentity.name))
    },
  )
  expect(cuts).toBeGreaterThan(15)
})
