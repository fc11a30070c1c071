import { unknownCodeField } from '../../shared/cases/section-codes.ts'
import { isComparable, sharedFacts } from '../../shared/cases/similar.ts'
import { turnRefusal } from '../../shared/cases/turns.ts'
import { nextVersion, versionKey } from '../../shared/cases/version.ts'
import { RelaisError } from '../../shared/errors.ts'
import { discardDraft } from '../drafts/drafts.store.ts'
import { nameOfMember } from '../members/members.store.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { caseById, insertCase, listCases, setCaseStatus } from './cases.store.ts'
import { demandCase, demandOwnCase } from './demand-case.ts'
import { handoverOf } from './handovers.store.ts'
import { putSection, removeVersion, sectionsOf, versionsOf } from './sections.store.ts'
import { coarseProfileOf, similarRows, tellApart } from './similar.store.ts'
import { addTurn, turnsOf } from './turns.store.ts'
import { dayIn, freeCaseCode, refreshCase } from './write-case.ts'

const namesOf =
  ({ reader, me }: OpenVault) =>
  (fingerprint: string): string =>
    nameOfMember(reader, fingerprint, me)

export const casesHandlers: VaultHandlers<'cases'> = {
  'cases.list': (query, { vault, today }) =>
    listCases(vault.reader, query, vault.me.fingerprint, namesOf(vault), today()),

  'cases.get': ({ id }, { vault }) => {
    const { n, owner, ...record } = demandCase(vault.reader, id)
    const nameOf = namesOf(vault)
    const handover = handoverOf(vault.reader, n)
    return {
      ...record,
      owner: { fingerprint: owner, name: nameOf(owner), me: owner === vault.me.fingerprint },
      sections: sectionsOf(vault.reader, n).map(({ section, author, ...rest }) => ({
        ...section,
        ...rest,
        author,
        authorName: nameOf(author),
      })),
      turns: turnsOf(vault.reader, n),
      handover: handover
        ? {
            to: handover.recipient,
            toName: nameOf(handover.recipient),
            packetId: handover.packetId,
            since: handover.since,
          }
        : null,
    }
  },

  'cases.saveSection': ({ id, section, seen }, { vault, today }) => {
    const { writer, me } = vault
    const saved = writer.transaction(() => {
      if (!caseById(writer, id)) {
        const code = freeCaseCode(writer)
        insertCase(writer, { id, code, status: 'open', owner: me.fingerprint, createdOn: today() })
      }
      const record = demandOwnCase(vault, id)
      const current = versionsOf(writer, record.n, section.name)
      const known = new Set(seen.map(versionKey))
      // Something came in since the form was filled: the person must see it before it is replaced.
      if (current.some(({ version }) => !known.has(versionKey(version))))
        throw new RelaisError('cases.stale_version')
      const field = unknownCodeField(
        section,
        current.map((one) => one.section.body),
      )
      if (field !== null) throw new RelaisError('cases.unknown_code', { field })
      const version = nextVersion(
        current.map((one) => one.version),
        me.fingerprint,
      )
      const on = dayIn(record, today())
      for (const one of current) removeVersion(writer, record.n, section.name, one.version)
      putSection(writer, record.n, { section, author: me.fingerprint, version, savedOn: on })
      discardDraft(writer, { caseId: id, form: section.name, itemId: null })
      refreshCase(writer, record, on)
      return { code: record.code, version }
    })
    vault.sweepSoon()
    return saved
  },

  'cases.turn': ({ id, turn }, { vault, today }) => {
    const { writer } = vault
    writer.transaction(() => {
      const record = demandOwnCase(vault, id)
      const refusal = turnRefusal(record.status, turn)
      if (refusal) throw new RelaisError(refusal.code, refusal.params)
      const on = dayIn(record, today())
      setCaseStatus(writer, id, turn.to, on)
      addTurn(writer, record.n, { ...turn, on })
      discardDraft(writer, { caseId: id, form: 'closing', itemId: null })
      refreshCase(writer, record, on)
    })
    vault.sweepSoon()
    return {}
  },

  'cases.similar': ({ id }, { vault }) => {
    const { n } = demandCase(vault.reader, id)
    const profile = coarseProfileOf(vault.reader, n)
    if (!profile || !isComparable(profile)) return { cases: [] }
    const nameOf = namesOf(vault)
    return {
      cases: similarRows(vault.reader, n, profile).map(
        ({ id, code, status, owner, updatedOn, ...other }) => ({
          id,
          code,
          status,
          mine: owner === vault.me.fingerprint,
          ownerName: nameOf(owner),
          updatedOn,
          shared: sharedFacts(profile, other),
        }),
      ),
    }
  },

  'cases.tellApart': ({ id, other }, { vault, today }) => {
    tellApart(vault.writer, demandCase(vault.reader, id).n, demandCase(vault.reader, other).n, today())
    return {}
  },
}
