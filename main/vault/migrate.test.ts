import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemaFile, schemaSql } from '../../build/schema.ts'
import { newVault, openBeneath, temporaryFolder } from '../../tests/support/vault.ts'
import { migrate, readMigrations } from './migrate.ts'

const accept = 'The schema has changed. If that is meant: node build/schema.ts'

describe('the schema', () => {
  it('is the one that was last reviewed', () => {
    expect(schemaSql(), accept).toBe(readFileSync(schemaFile, 'utf8'))
  })

  it('keeps every table strict, so that a word never ends up where a number should be', async () => {
    const { raw } = await openBeneath(await newVault())
    const tables = raw
      .prepare(
        `SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    expect(tables).toEqual([])
  })
})

describe('migrations', () => {
  const first = readMigrations()

  it('move a vault to the latest version, once', async () => {
    const database = await openBeneath(await newVault())
    expect(database.raw.pragma('user_version', { simple: true })).toBe(first.length)
    migrate(database)
    expect(database.raw.pragma('user_version', { simple: true })).toBe(first.length)
  })

  it('are done as a whole or not at all: a failing one leaves the tables and the number as they were', async () => {
    const database = await openBeneath(await newVault())
    const broken = {
      version: first.length + 1,
      sql: 'CREATE TABLE half (x TEXT); INSERT INTO nowhere VALUES (1);',
    }
    expect(() => migrate(database, [...first, broken])).toThrow()
    expect(database.raw.pragma('user_version', { simple: true })).toBe(first.length)
    expect(database.raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined()
  })

  it('stop before a vault that a later Relais has been in', async () => {
    const database = await openBeneath(await newVault())
    database.raw.pragma(`user_version=${first.length + 1}`)
    expect(() => migrate(database)).toThrow('vault.newer_version')
  })

  it.each([
    ['without a gap', ['0001-first.sql', '0003-third.sql']],
    ['from one on', ['0002-second.sql']],
    ['once each', ['0001-first.sql', '0001-other.sql']],
    ['and a number is not used again', ['0001-first.sql', '0002-second.sql', '0002-second-again.sql']],
  ])('are numbered %s', (_how, names) => {
    const folder = `${temporaryFolder()}/`
    for (const name of [...names, 'schema.sql']) writeFileSync(join(folder, name), '')
    expect(() => readMigrations(folder)).toThrow('app.unexpected')
  })
})
