import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../../tests/support/vault.ts'
import { newBuildingName } from './buildings.ts'
import { placeBeside } from './place-beside.ts'

const hour = 60 * 60 * 1000

/** What a program that was ended while it made a vault leaves, so many hours ago. */
function left(parent: string, hours: number, names: readonly string[], name = newBuildingName()): string {
  const building = join(parent, name)
  const then = new Date(Date.now() - hours * hour)
  mkdirSync(building)
  for (const file of names) {
    writeFileSync(join(building, file), 'x')
    utimesSync(join(building, file), then, then)
  }
  utimesSync(building, then, then)
  return name
}

it('what an ended program left of a vault it was making is removed with the next one, and nothing else', async () => {
  const parent = temporaryFolder()
  const ours = ['relais.db', 'relais.db-wal', '.0123456789abcdef.part', '.relais-keys-0123456789abcdef.part']
  left(parent, 25, ours)
  left(parent, 25, [])
  const kept = [
    left(parent, 23, ours),
    left(parent, 25, [...ours, 'notes.txt']),
    left(parent, 25, ours, '.relais-autre'),
    left(parent, 25, ours, 'mon coffre'),
  ]
  const link = newBuildingName()
  symlinkSync(join(parent, 'mon coffre'), join(parent, link))
  await placeBeside(join(parent, 'nouveau'), async (building) => {
    writeFileSync(join(building, 'relais.db'), '')
  })
  expect(readdirSync(parent).sort()).toEqual([...kept, link, 'nouveau'].sort())
  expect(readdirSync(join(parent, 'mon coffre')).sort()).toEqual([...ours].sort())
})
