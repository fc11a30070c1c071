import { describe, expect, it } from 'vitest'
import type { KitOpener } from '../../shared/vault/opener.ts'
import { nothingEntered, openerOf } from './opener.ts'

const passphrase = 'trois lampes près du quai'
const code: KitOpener = { by: 'code', code: 'AAAA BBBB' }
const shares: KitOpener = { by: 'shares', shares: ['un deux', 'trois quatre'] }

describe('what opens a backup or a damaged vault', () => {
  it('is what was entered for the way that is chosen, and nothing of another', () => {
    expect(openerOf({ by: 'passphrase', passphrase, kit: code })).toEqual({ by: 'passphrase', passphrase })
    expect(openerOf({ by: 'code', passphrase, kit: code })).toEqual(code)
    expect(openerOf({ by: 'shares', passphrase, kit: shares })).toEqual(shares)
    expect(openerOf({ by: 'shares', passphrase, kit: code })).toBeNull()
  })

  it('is incomplete without a passphrase, or before all of a kit is there', () => {
    expect(openerOf(nothingEntered)).toBeNull()
    expect(openerOf({ ...nothingEntered, passphrase, by: 'code' })).toBeNull()
  })

  it('keeps a passphrase of spaces as it is typed', () => {
    expect(openerOf({ ...nothingEntered, passphrase: '  ' })).toEqual({ by: 'passphrase', passphrase: '  ' })
  })
})
