/**
 * Every refusal the program can give, by feature. A code is a promise: it is translated in the renderer,
 * printed by the command-line reader and never renamed. It says what happened, never to whom or in which words.
 */
const CODES = {
  app: ['bad_request', 'unknown_channel', 'foreign_sender', 'unexpected', 'cancelled'],
  vault: [
    'locked',
    'not_found',
    'key_file_missing',
    'database_missing',
    'log_missing',
    'wrong_passphrase',
    'key_file_damaged',
    'database_damaged',
    'not_a_vault',
    'open_elsewhere',
    'newer_version',
    'already_exists',
    'folder_not_empty',
    'folder_unwritable',
    'folder_unsuitable',
    'passphrase_too_short',
    'passphrase_too_common',
    'mismatch',
    'disk_full',
    'process_lost',
    'too_soon',
    'keys_erased',
    'folder_synchronised',
    'folder_network',
    'no_room_to_update',
  ],
  recovery: [
    'no_kit',
    'not_begun',
    'code_malformed',
    'share_malformed',
    'share_of_another_kit',
    'share_twice',
    'entered_differs',
    'wrong',
  ],
  backup: [
    'not_found',
    'not_a_backup',
    'damaged',
    'newer_version',
    'folder_missing',
    'folder_unsuitable',
    'folder_unwritable',
    'not_verified',
  ],
  damage: ['beyond_salvage'],
  cases: [
    'not_found',
    'not_owner',
    'stale_version',
    'handover_pending',
    'bad_turn',
    'reason_required',
    'note_required',
    'unknown_code',
    'text_too_long',
  ],
  consent: [
    'missing',
    'not_yet',
    'ended',
    'withdrawn',
    'other_recipient',
    'other_service',
    'section_not_covered',
    'withheld',
    'given_by',
    'no_ground',
  ],
  drafts: ['too_many'],
  practice: ['not_practice', 'fixed_passphrase', 'no_kit'],
  directory: [
    'not_found',
    'stale_version',
    'unknown_code',
    'no_organisation',
    'future_date',
    'csv_workbook',
    'csv_not_text',
    'csv_no_header',
    'csv_too_large',
    'csv_too_many_lines',
    'csv_forgotten',
    'import_changed',
  ],
  referrals: [
    'not_found',
    'illegal_transition',
    'reason_required',
    'future_date',
    'date_order',
    'nothing_awaited',
  ],
  documents: ['print_failed'],
  members: [
    'not_found',
    'card_malformed',
    'card_bad_signature',
    'card_weak_key',
    'card_expired',
    'card_newer_version',
    'card_is_mine',
    'card_of_practice',
    'card_not_of_practice',
    'card_key_changed',
  ],
  packet: [
    'empty_file',
    'too_large',
    'not_a_packet',
    'truncated',
    'altered',
    'not_for_me',
    'expired',
    'unknown_sender',
    'unverified_sender',
    'sender_card_expired',
    'newer_version',
    'anonymous_sender',
    'malformed',
    'too_many_recipients',
    'weak_key',
    'id_reused',
    'too_many_open',
    'no_recipient',
    'nothing_to_send',
    'already_settled',
    'unverified_recipient',
    'recipient_card_expired',
    'bad_expiry',
    'not_owner',
    'not_found',
    'keys_malformed',
    'file_unreadable',
    'of_practice',
    'not_of_practice',
    'one_recipient',
    'no_handover',
    'drafts_waiting',
    'case_changed',
    'case_too_large',
  ],
} as const

type Codes = typeof CODES

/** `feature.reason`, for instance `packet.altered`. */
export type ErrorCode = { [F in keyof Codes]: `${F}.${Codes[F][number]}` }[keyof Codes]

/** Numbers and short tokens only: a parameter ends up on screens, in reports and in the journal. */
export type ErrorParams = Readonly<Record<string, number | string>>

/** What crosses a process boundary: no stack, no cause. */
export interface WireError {
  readonly code: ErrorCode
  readonly params: ErrorParams
}

export const ERROR_CODES: readonly ErrorCode[] = Object.entries(CODES).flatMap(([feature, reasons]) =>
  reasons.map((reason) => `${feature}.${reason}` as ErrorCode),
)

const KNOWN: ReadonlySet<string> = new Set(ERROR_CODES)

/** Ids, dates, field names and versions fit; a sentence, which might be case text, does not (no space, 64 at most). */
const SAFE_TOKEN = /^[A-Za-z0-9._:-]{1,64}$/

function safeParams(params: Readonly<Record<string, unknown>>): ErrorParams {
  const kept = Object.entries(params).filter(
    ([name, value]) =>
      SAFE_TOKEN.test(name) &&
      (typeof value === 'number' || (typeof value === 'string' && SAFE_TOKEN.test(value))),
  )
  return Object.fromEntries(kept) as ErrorParams
}

/** The only error that is meant to reach a person. `message` is the code itself, so a crash report says no more. */
export class RelaisError extends Error {
  override readonly name = 'RelaisError'
  readonly code: ErrorCode
  readonly params: ErrorParams

  /** Parameters that are neither a number nor a short token are dropped rather than leaked. */
  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code)
    this.code = code
    this.params = safeParams(params)
  }
}

/** With `code`, also asks whether it is that very refusal. */
export function isRelaisError(error: unknown, code?: ErrorCode): error is RelaisError {
  return error instanceof RelaisError && (code === undefined || error.code === code)
}

/** Anything that was not foreseen becomes `app.unexpected`: its own message may hold a path, SQL or case text. */
export function toWire(error: unknown): WireError {
  return isRelaisError(error)
    ? { code: error.code, params: error.params }
    : { code: 'app.unexpected', params: {} }
}

/** The reverse, for what another process sent: unknown codes and unsafe parameters do not come through. */
export function fromWire(wire: unknown): RelaisError {
  if (typeof wire !== 'object' || wire === null || !('code' in wire)) return new RelaisError('app.unexpected')
  const { code } = wire
  if (typeof code !== 'string' || !KNOWN.has(code)) return new RelaisError('app.unexpected')
  const params =
    'params' in wire && typeof wire.params === 'object' && wire.params !== null ? wire.params : {}
  return new RelaisError(code as ErrorCode, params as ErrorParams)
}
