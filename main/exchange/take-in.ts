import { randomUUID } from 'node:crypto'
import { compareVersions, nextVersion, type Order, type VersionVector } from '../../shared/cases/version.ts'
import type { Out } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { SharedCase, SharedSection } from '../../shared/exchange/payload.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { type CaseRecord, caseById, insertCase, isCodeTaken, setCaseStatus } from '../cases/cases.store.ts'
import { demandCase } from '../cases/demand-case.ts'
import { putSection, removeVersion, sectionsOf, versionsOf } from '../cases/sections.store.ts'
import { refreshCase } from '../cases/write-case.ts'
import { lastPosition, putStep, stepById } from '../referrals/referrals.store.ts'
import type { Reader, Writer } from '../vault/database.ts'

type ShareEffect = Extract<Out<'exchange.open'>, { kind: 'case-share' }>['effect']

/** A case that is already here under another owner is not the sender's to speak of. @throws packet.not_owner */
export function demandSharer(db: Reader, share: SharedCase): void {
  const record = caseById(db, share.id)
  if (record && record.owner !== share.owner) throw new RelaisError('packet.not_owner')
}

/**
 * What taking the case in would do, whoever it belongs to.
 * @throws packet.malformed for a step of another case
 */
export function effectOf(db: Reader, share: SharedCase): ShareEffect {
  const record = caseById(db, share.id)
  const stepsNewer = share.steps.map((step) => isNewStep(db, share, step)).includes(true)
  if (!record) return 'new'
  const here = sectionsOf(db, record.n)
  const orders = share.sections.map((section) =>
    standing(
      section.version,
      here.filter((one) => one.section.name === section.name).map(({ version }) => version),
    ),
  )
  const stepsApart = share.steps.some((step) => {
    const known = stepById(db, step.id)?.step
    return known !== undefined && compareVersions(step.version, known.version) === 'concurrent'
  })
  if (orders.includes('concurrent') || stepsApart) return 'conflict'
  const statusNewer = record.status !== share.status && takesStatus(db, record, share)
  return orders.includes('newer') || stepsNewer || statusNewer ? 'update' : 'nothingNew'
}

/** A case that I have handed over stays “transferred” here: what its new owner does with it is told by its sections. */
const takesStatus = (db: Reader, record: CaseRecord, share: SharedCase): boolean =>
  record.status !== 'transferred' && !isOutdated(db, record, share)

/**
 * Whether the share was made before what is here: packets travel by hand and arrive in any order. The status of a case
 * has no version of its own; an outdated share must not bring an old one back.
 */
function isOutdated(db: Reader, record: CaseRecord, share: SharedCase): boolean {
  const here = sectionsOf(db, record.n)
  const olderSection = share.sections.some((section) =>
    here.some(
      (one) => one.section.name === section.name && compareVersions(section.version, one.version) === 'older',
    ),
  )
  const olderStep = share.steps.some((step) => {
    const known = stepById(db, step.id)
    return known && compareVersions(step.version, known.step.version) === 'older'
  })
  return olderSection || olderStep
}

/**
 * Whether an arriving step says something that is not here yet.
 * @throws packet.malformed when the step that is here belongs to another case
 */
function isNewStep(db: Reader, share: SharedCase, step: Step): boolean {
  const known = stepById(db, step.id)
  if (known && known.caseId !== share.id) throw new RelaisError('packet.malformed')
  return !known || compareVersions(step.version, known.step.version) === 'newer'
}

/** How an arriving version stands to all those that are here. */
function standing(version: VersionVector, here: readonly VersionVector[]): Order {
  const orders = here.map((one) => compareVersions(version, one))
  if (orders.includes('same')) return 'same'
  if (orders.includes('older')) return 'older'
  return orders.includes('concurrent') ? 'concurrent' : 'newer'
}

/** Takes a share in. @throws packet.not_owner */
export function takeInShare(db: Writer, share: SharedCase, today: PlainDate): CaseRecord {
  demandSharer(db, share)
  return takeInCase(db, share, today)
}

/**
 * Newer sections replace, concurrent ones stay side by side, older ones change nothing. Whether the sender may speak of
 * this case is for the caller to ask first.
 */
export function takeInCase(db: Writer, share: SharedCase, today: PlainDate): CaseRecord {
  if (!caseById(db, share.id)) {
    const { id, status, owner } = share
    insertCase(db, { id, code: freeVariant(db, share.code), status, owner, createdOn: today })
  }
  const record = demandCase(db, share.id)
  if (takesStatus(db, record, share)) setCaseStatus(db, record.id, share.status, today)
  for (const section of share.sections) takeInSection(db, record, section, today)
  for (const step of share.steps) {
    if (isNewStep(db, share, step)) putStep(db, record.n, step)
    else keepBeside(db, record, step)
  }
  refreshCase(db, record, today)
  return record
}

/** A step that was written in here and there at the same time: what they wrote stands at the end, as a step of its own. */
function keepBeside(db: Writer, { n }: CaseRecord, step: Step): void {
  const known = stepById(db, step.id)?.step
  if (!known || compareVersions(step.version, known.version) !== 'concurrent') return
  putStep(db, n, { ...step, id: randomUUID(), position: lastPosition(db, n) + 1 })
  // It has seen both from now on: the same packet, or a later copy of it, brings nothing a second time.
  putStep(db, n, { ...known, version: nextVersion([known.version, step.version], known.author) })
}

function takeInSection(db: Writer, record: CaseRecord, shared: SharedSection, today: PlainDate): void {
  const { author, version, ...section } = shared
  const here = versionsOf(db, record.n, section.name)
  const order = standing(
    version,
    here.map((one) => one.version),
  )
  if (order === 'same' || order === 'older') return
  for (const one of here) {
    if (compareVersions(version, one.version) === 'newer')
      removeVersion(db, record.n, section.name, one.version)
  }
  putSection(db, record.n, { section, author, version, savedOn: today })
}

/** Codes are drawn at random in each vault: the second bearer of one gets a number behind it. */
function freeVariant(db: Reader, code: string): string {
  let variant = code
  for (let n = 2; isCodeTaken(db, variant); n += 1) variant = `${code}-${n}`
  return variant
}
