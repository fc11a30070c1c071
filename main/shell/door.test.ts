import { describe, expect, it, vi } from 'vitest'
import { type ChannelName, channelNames, contract, type Reply } from '../../shared/contract.ts'
import { RelaisError } from '../../shared/errors.ts'
import { createDoor, type Sender } from './door.ts'

const origin = 'https://relais.invalid'
const own: Sender = { isMainFrame: true, url: `${origin}/#/situations` }

/** A door with nothing behind it but what a test puts there. */
function doorTo(run: (channel: ChannelName, input: unknown) => Promise<Reply>, unlocked = true) {
  const behind = vi.fn(run)
  return { door: createDoor({ origin, isUnlocked: () => unlocked, run: behind }), behind }
}

const silent = (): Promise<Reply> => Promise.resolve({ ok: true, out: {} })
const refused = (code: string) => ({ ok: false, error: { code, params: {} } })

/** No input of any channel: neither of the right kind, nor an object with only the fields it should have. */
const junk: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 42],
  ['not a number', Number.NaN],
  ['a text', 'cases.list'],
  ['a list', []],
  ['a list of the input', [{}]],
  ['a function', () => ({})],
  ['bytes', new Uint8Array(8)],
  ['a symbol', Symbol('x')],
  ['a field too many', { unheardOf: 1 }],
  ['a prototype', JSON.parse('{"__proto__":{"id":"x"},"constructor":{}}')],
  [
    'every field wrong',
    { id: 1, key: 1, words: 1, bytes: 'x', folder: 1, caseId: {}, packetId: [], fingerprint: null },
  ],
  ['something very deep', JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`)],
]

describe.each(channelNames)('%s', (channel) => {
  it('refuses what isn’t its input', async () => {
    const { door, behind } = doorTo(silent)
    for (const [what, input] of junk) {
      expect(await door(own, channel, input), what).toEqual(refused('app.bad_request'))
    }
    expect(behind).not.toHaveBeenCalled()
  })

  it('is closed to every frame but the app’s own', async () => {
    const { door, behind } = doorTo(silent)
    for (const sender of foreign)
      expect(await door(sender, channel, {})).toEqual(refused('app.foreign_sender'))
    expect(behind).not.toHaveBeenCalled()
  })

  it('answers a locked vault only if it needs none, and tells nothing of the input', async () => {
    const { door } = doorTo(silent, false)
    for (const input of [{}, undefined, 'junk']) {
      const reply = await door(own, channel, input)
      if (contract[channel].needs === 'unlocked') expect(reply).toEqual(refused('vault.locked'))
      else expect(reply).not.toEqual(refused('vault.locked'))
    }
  })

  it('never lets out what its contract does not name', async () => {
    const secret = { name: 'Awa D.', keys: [1, 2, 3] }
    const { door } = doorTo(() => Promise.resolve({ ok: true, out: secret }))
    for (const input of validInputs) {
      const reply = await door(own, channel, input)
      expect(JSON.stringify(reply)).not.toContain('Awa')
    }
  })
})

/** Enough inputs that each channel takes at least one of them. */
const id = '00000000-0000-4000-8000-000000000000'
const kit = { by: 'code', code: 'x' }
const backup = { folder: '/x', name: 'relais-x.relais-backup', opener: kit }
const validInputs: unknown[] = [
  {},
  { id },
  { caseId: id },
  { jobId: id },
  { folder: '/x' },
  { passphrase: 'x' },
  { folder: '/x', passphrase: 'x' },
  { folder: '/x', passphrase: 'x', identity: { name: 'x', organisation: 'x', sector: 'community' } },
  { current: 'x', next: 'x' },
  { eraseAfter: null, current: 'x' },
  { form: 'code', locale: 'fr' },
  { kit },
  { kit, current: 'x' },
  { folder: '/x', kit, passphrase: 'x' },
  { folder: '/x', share: 'x' },
  { folder: '/x', automatic: true },
  backup,
  { ...backup, jobId: id, into: '/y' },
  { jobId: id, folder: '/x', opener: kit, into: '/y' },
  { filter: {}, before: null },
  { code: 'backup_failed' },
  { text: 'x' },
  { id, section: { name: 'wishes', body: {} }, seen: [] },
  { id, turn: { to: 'open' } },
  { id, other: '10000000-0000-4000-8000-000000000000' },
  { meeting: { id, on: '2026-03-02' } },
  { folder: '/x', locale: 'fr' },
  { id, position: 0 },
  { id, move: { to: 'sent', on: '2026-03-02', reason: null } },
  { caseId: id, id, details: { service: 'legal_aid' } },
  { key: { caseId: id, form: 'wishes' } },
  { key: { caseId: id, form: 'wishes' }, body: '' },
  { bytes: new Uint8Array(1) },
  { bytes: new Uint8Array(1), jobId: id },
  { fingerprint: 'a'.repeat(64) },
  { fingerprint: 'a'.repeat(64), on: '2026-03-02' },
  { packetId: 'a'.repeat(32) },
  { packetId: 'a'.repeat(32), reason: 'other' },
  { caseId: id, sections: [], stepIds: [], recipients: [], purpose: 'coordination' },
  {
    caseId: id,
    sections: [],
    stepIds: [],
    recipients: [],
    purpose: 'coordination',
    expiresOn: '2026-03-02',
    jobId: id,
  },
  { kind: 'trajectory', caseId: id, locale: 'fr' },
  { id, details: { organisation: 'x' }, seen: null },
  { preview: id, jobId: id },
  { recipients: [], expiresOn: '2026-03-02', jobId: id },
]

const foreign: Sender[] = [
  { isMainFrame: false, url: own.url },
  ...[
    'https://relais.invalid.evil/',
    'https://evil/https://relais.invalid/',
    'https://evil/?next=https://relais.invalid/',
    'https://evil/#https://relais.invalid/',
    'https://user@relais.invalid/',
    'https://relais.invalid@evil/',
    'https://user:relais.invalid@evil/',
    'https://relais.invalid:8443/',
    'https://relais.invalid./',
    'https://relais.invalid%2eevil/',
    'https://sub.relais.invalid/',
    'http://relais.invalid/',
    'relais://app/',
    'relais://app.example/',
    'file:///relais.invalid/index.html',
    'blob:https://relais.invalid/00000000-0000-4000-8000-000000000000',
    'filesystem:https://relais.invalid/temporary/x',
    'view-source:https://relais.invalid/',
    'data:text/html,https://relais.invalid/',
    'javascript:location="https://relais.invalid/"',
    'about:blank',
    'about:srcdoc',
    'chrome-error://chromewebdata/',
    '//relais.invalid/',
    'relais.invalid',
    'null',
    '',
  ].map((url) => ({ isMainFrame: true, url })),
]

describe('the door', () => {
  it('knows an input for every channel, so that the tests above reach behind it', async () => {
    const reached = new Set<string>()
    const { door } = doorTo((channel) => {
      reached.add(channel)
      return silent()
    })
    for (const channel of channelNames) for (const input of validInputs) await door(own, channel, input)
    expect([...reached].sort()).toEqual([...channelNames].sort())
  })

  it.each([
    'unheard.of',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'app.state ',
    'APP.STATE',
    undefined,
    null,
    42,
    ['app.state'],
    { toString: () => 'app.state' },
  ])('has no channel %j', async (channel) => {
    const { door, behind } = doorTo(silent)
    expect(await door(own, channel, {})).toEqual(refused('app.unknown_channel'))
    expect(behind).not.toHaveBeenCalled()
  })

  it.each([
    ['https://relais.invalid', `https://relais.invalid:443/`],
    ['https://relais.invalid', `HTTPS://RELAIS.INVALID/#/x`],
    ['relais://app', 'relais://app/index.html#/x'],
  ])('of %s opens to %s', async (ownOrigin, url) => {
    const door = createDoor({ origin: ownOrigin, isUnlocked: () => true, run: silent })
    expect(await door({ isMainFrame: true, url }, 'app.active', {})).toEqual({ ok: true, out: {} })
  })

  it.each(['relais://app.example/', 'relais://app:80/', 'relais://user@app/', 'relais:app', 'relais://APP/'])(
    'of relais://app is closed to %s',
    async (url) => {
      const door = createDoor({ origin: 'relais://app', isUnlocked: () => true, run: silent })
      expect(await door({ isMainFrame: true, url }, 'app.active', {})).toEqual(refused('app.foreign_sender'))
    },
  )

  it('tells a code and never the words of an error', async () => {
    const words = 'near "Awa": syntax error in /home/x/relais.db'
    const errors = [
      new Error(words),
      words,
      { code: words },
      new RelaisError(words as 'app.unexpected'),
      undefined,
    ]
    for (const error of errors) {
      const { door } = doorTo(() => Promise.reject(error))
      const reply = await door(own, 'app.active', {})
      expect(reply.ok).toBe(false)
      if (!(error instanceof RelaisError)) expect(reply).toEqual(refused('app.unexpected'))
    }
  })

  it('lets through a code and short parameters of the vault’s refusals, never words', async () => {
    const replies: [{ code: string; params: Record<string, string | number> }, object][] = [
      [
        { code: 'packet.expired', params: { expires: '2026-03-02' } },
        refusedWith('packet.expired', { expires: '2026-03-02' }),
      ],
      [{ code: 'packet.expired', params: { text: 'Awa D. is at the shelter' } }, refused('packet.expired')],
      [{ code: 'Awa D. is at the shelter', params: {} }, refused('app.unexpected')],
    ]
    for (const [error, expected] of replies) {
      const { door } = doorTo(() => Promise.resolve({ ok: false, error }))
      expect(await door(own, 'app.active', {})).toEqual(expected)
    }
  })
})

const refusedWith = (code: string, params: object) => ({ ok: false, error: { code, params } })
