import { describe, expect, it } from 'vitest'
import { opener } from '../../shared/vault/opener.ts'
import { nothingEntered, openerOf } from './opener.ts'

const entered = {
  ...nothingEntered,
  passphrase: 'trois lampes près du quai',
  code: 'AAAA BBBB',
  shares: ['un deux', 'trois quatre'],
} as const

describe('what opens a backup or a damaged vault', () => {
  it.each(['passphrase', 'code', 'shares'] as const)(
    'is the %s alone, when that way is chosen and the others were tried before',
    (by) => {
      const given = openerOf({ ...entered, by })
      expect(Object.keys(given ?? {}).sort()).toEqual(['by', by].sort())
      expect(opener.safeParse(given).success).toBe(true)
    },
  )

  it('is incomplete with one share, an empty code or no passphrase', () => {
    expect(openerOf(nothingEntered)).toBeNull()
    expect(openerOf({ ...nothingEntered, by: 'code', code: '  ' })).toBeNull()
    expect(openerOf({ ...entered, by: 'shares', shares: ['un deux', ' '] })).toBeNull()
  })

  it('keeps a passphrase of spaces as it is typed', () => {
    expect(openerOf({ ...nothingEntered, passphrase: '  ' })).toEqual({ by: 'passphrase', passphrase: '  ' })
  })
})
