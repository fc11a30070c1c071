import nacl from 'tweetnacl'
import type { Out } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Writer } from '../vault/database.ts'
import { boxKeysOf, identityRow, insertBoxKey, insertVaultId, vaultIdOf } from '../vault/identity.store.ts'
import { createIdentity } from '../vault/identity.ts'
import { countRows, giveCasesTo, ownerTold } from './salvage.store.ts'

/** Her name is in no other table, and a card has to bear one. */
const unknownPerson = { name: '—', organisation: '—', sector: 'community' } as const

/**
 * A vault can't be used without the keys of its owner. Lost with their copy, they are made anew: the cases stay hers to
 * work on, what was sealed to the old keys stays closed, and the other members have to meet the new ones.
 * @param practice whether it is for practice, should the vault not say so itself any more
 * @returns her fingerprint, and whether it is the old one
 * @throws vault.mismatch
 */
export function makeUpIdentity(
  db: Writer,
  { vaultId, practice }: { readonly vaultId: string; readonly practice: boolean },
  today: PlainDate,
): { me: string; identity: Out<'damage.salvage'>['identity'] } {
  const known = vaultIdOf(db)
  if (known === undefined) insertVaultId(db, vaultId, practice)
  else if (known !== vaultId) throw new RelaisError('vault.mismatch')
  if (countRows(db, 'identity') > 0) {
    addBoxKeyIfNone(db, today)
    return { me: identityRow(db).fingerprint, identity: 'kept' }
  }
  const before = ownerTold(db)
  createIdentity(db, unknownPerson, today)
  const me = identityRow(db).fingerprint
  if (before) giveCasesTo(db, before, me)
  return { me, identity: 'new' }
}

function addBoxKeyIfNone(db: Writer, today: PlainDate): void {
  if (boxKeysOf(db).length > 0) return
  const box = nacl.box.keyPair()
  insertBoxKey(db, box, today)
  box.secretKey.fill(0)
}
