import { describe, expect, it } from 'vitest'
import type { In } from '../../shared/contract.ts'
import type { Block, Paper } from '../../shared/documents/paper.ts'
import { openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const newId = (): string => crypto.randomUUID()
const today = '2026-03-02'

type Section = In<'cases.saveSection'>['section']
type Details = In<'referrals.save'>['details']

async function someCase(...sections: Section[]) {
  const vault = await openVaultSide('Membre fictive', today)
  const caseId = newId()
  const save = (section: Section) => vault.call('cases.saveSection', { id: caseId, section, seen: [] })
  for (const section of sections.length > 0 ? sections : [question('Que faire ?')]) await save(section)
  const addStep = async (details: Partial<Details> = {}): Promise<string> => {
    const id = newId()
    const given = { service: 'safe_housing', organisation: 'Maison fictive', ...details }
    await vault.call('referrals.save', { caseId, id, details: given })
    return id
  }
  return { vault, caseId, save, addStep }
}

const question = (words: string): Section => ({ name: 'question', body: { question: words } })
const wishes = (words: string): Section => ({ name: 'wishes', body: { wishes: words } })
const summary = (situation: string): Section => ({ name: 'summary', body: { situation } })
const agreed = (part: Record<string, unknown> = {}): Section => ({
  name: 'consents',
  body: {
    items: [
      {
        id: newId(),
        purpose: 'service_referral',
        services: ['safe_housing'],
        givenBy: 'person',
        givenOn: today,
        ...part,
      },
    ],
  },
})

const compose = async (vault: TestVault, choice: In<'documents.compose'>): Promise<Paper> =>
  (await vault.call('documents.compose', choice)).paper

const sheet = (caseId: string, part: object = {}): In<'documents.compose'> => ({
  kind: 'case-sheet',
  caseId,
  locale: 'fr',
  sections: [],
  trajectory: false,
  ...part,
})
const letter = (caseId: string, stepId: string, part: object = {}): In<'documents.compose'> => ({
  kind: 'referral-letter',
  caseId,
  stepId,
  locale: 'fr',
  sections: [],
  ...part,
})

const headings = ({ blocks }: Paper, level: 2 | 3 = 2): string[] =>
  blocks.flatMap((block) => (block.is === 'heading' && block.level === level ? [block.text] : []))
const wordsOf = (paper: Paper): string => JSON.stringify(paper)
const factsIn = ({ blocks }: Paper): Record<string, string[]> =>
  Object.fromEntries(
    blocks.flatMap((block: Block) =>
      block.is === 'facts' ? block.facts.map(({ name, values }) => [name, values]) : [],
    ),
  )

describe('a case sheet', () => {
  it('holds the sections that were chosen and no other, her wishes first', async () => {
    const { vault, caseId } = await someCase(summary('le récit'), wishes('un toit'), question('la question'))
    const paper = await compose(vault, sheet(caseId, { sections: ['question', 'wishes'] }))
    expect(headings(paper)).toEqual(['Souhaits de la personne', 'Question au comité'])
    expect(wordsOf(paper)).toContain('un toit')
    expect(wordsOf(paper)).not.toContain('le récit')
  })

  it('speaks the language that was chosen, to the last label', async () => {
    const { vault, caseId, addStep } = await someCase(
      { name: 'profile', body: { region: '06', periodFrom: '2025-11' } },
      { name: 'risk', body: { level: 'high', reviewOn: '2026-04-01' } },
    )
    await addStep()
    const chosen = { sections: ['profile', 'risk'], trajectory: true }
    const fr = await compose(vault, sheet(caseId, chosen))
    const en = await compose(vault, sheet(caseId, { ...chosen, locale: 'en' }))
    expect(factsIn(fr)).toMatchObject({
      'Région administrative': ['Montréal'],
      'Niveau de risque': ['Élevé'],
      'À réévaluer le': ['1er avril 2026'],
      'Exploitation\u00a0: depuis': ['novembre 2025'],
    })
    expect(factsIn(en)).toMatchObject({
      'Risk level': ['High'],
      'To be assessed again on': ['April 1, 2026'],
    })
    expect(wordsOf(en)).not.toMatch(/Souhaits|Étape|Région|Brouillon|Hébergement|Ouverte|mars/u)
    expect([fr.mark, en.mark]).toEqual(['Confidentiel', 'Confidential'])
  })

  it('bears the code of the case in its title and nothing else of it', async () => {
    const { vault, caseId } = await someCase(wishes('un toit'))
    const { code } = await vault.call('cases.get', { id: caseId })
    expect((await compose(vault, sheet(caseId))).title).toBe(`Fiche de situation · ${code}`)
  })

  it('says of each consent for whom it is, and what is kept from whom, as the screen does', async () => {
    const entryId = newId()
    const gone = 'ab'.repeat(32)
    const { vault, caseId, save } = await someCase()
    const { fingerprint } = await vault.call('members.me', {})
    const details = { organisation: 'Maison du répertoire' }
    await vault.call('directory.save', { id: entryId, details, seen: null })
    const consents = [
      agreed({
        members: [fingerprint, gone],
        entries: [entryId],
        recipients: 'Autre maison',
        withheld: [{ member: gone }, { sections: ['risk'], from: 'son frère', note: 'il la cherche' }],
      }),
      agreed({ purpose: 'authorities', services: [], withheld: [{}, { sections: ['wishes'] }] }),
      agreed({ services: [] }),
      agreed({ purpose: 'authorities', basis: 'legal_ground', ground: 'imminent_danger' }),
    ].flatMap(({ body }) => (body as { items: object[] }).items)
    await save({ name: 'consents', body: { items: consents } } as Section)
    const said = (paper: Paper, name: string): string[][] =>
      paper.blocks.flatMap((block) =>
        block.is === 'facts' ? block.facts.flatMap((one) => (one.name === name ? [one.values] : [])) : [],
      )
    const paper = await compose(vault, sheet(caseId, { sections: ['consents'] }))
    expect(said(paper, 'Pour qui')).toEqual([
      [
        'Membre fictive, Organisme fictif',
        'Quelqu’un qui n’est plus dans ce coffre',
        'Maison du répertoire',
        'Autre maison',
      ],
      ['La police ou les tribunaux'],
      ['Personne n’est nommé\u00a0: rien ne peut partir'],
      ['Personne n’est nommé\u00a0: rien ne peut partir'],
    ])
    expect(said(paper, 'À ne pas communiquer')).toEqual([
      [
        'Rien ne sera communiqué à Quelqu’un qui n’est plus dans ce coffre',
        'Ne sera pas communiqué à son frère\u00a0: Risque et protection (il la cherche)',
      ],
      ['Rien ne sera communiqué, à personne', 'Ne sera communiqué à personne\u00a0: Souhaits de la personne'],
    ])
    expect(headings(paper, 3).at(-1)).toBe('Transmettre à la police ou aux tribunaux, sans consentement')
  })

  it('says whether it is safe to reach someone before it says how', async () => {
    const contacts = [{ id: newId(), who: 'person', means: ['phone_call'], safety: 'not_safe' }]
    const { vault, caseId } = await someCase({ name: 'wishes', body: { contacts } } as Section)
    const paper = await compose(vault, sheet(caseId, { sections: ['wishes'] }))
    expect(Object.keys(factsIn(paper)).slice(-3)).toEqual(['Qui', 'Est-ce sûr', 'Par quel moyen'])
  })

  it('says “dépersonnalisé”, never the other word', async () => {
    const { vault, caseId, addStep } = await someCase(wishes('un toit'), agreed())
    const stepId = await addStep()
    for (const locale of ['fr', 'en']) {
      const papers = [
        await compose(vault, sheet(caseId, { locale })),
        await compose(vault, letter(caseId, stepId, { locale })),
      ]
      expect(wordsOf(papers as never)).not.toMatch(/anonym/i)
    }
    expect(wordsOf(await compose(vault, sheet(caseId)))).toContain('dépersonnalisé')
  })

  it('of a case that isn’t there is refused', async () => {
    const { vault } = await someCase()
    await expect(compose(vault, sheet(newId()))).rejects.toThrow('cases.not_found')
  })
})

describe('a trajectory on paper', () => {
  it('tells each step, whose turn it is and since when, and what was said', async () => {
    const { vault, caseId, addStep } = await someCase(agreed({ givenOn: '2026-02-01' }))
    const id = await addStep({ outcome: 'une place trouvée', dueOn: '2026-03-01' })
    await vault.call('referrals.move', { id, move: { to: 'sent', on: '2026-02-20', reason: null } })
    const paper = await compose(vault, { kind: 'trajectory', caseId, locale: 'fr' })
    const table = paper.blocks.find(({ is }) => is === 'table')
    expect(table).toMatchObject({
      rows: [
        [
          '1',
          'Hébergement sécuritaire',
          'Maison fictive',
          'Envoyée',
          '20 février 2026',
          'l’organisme',
          '1er mars 2026, en retard',
        ],
      ],
    })
    expect(wordsOf(paper)).toContain('une place trouvée')
  })
})

describe('a referral letter', () => {
  it.each([
    ['nothing was asked of her', [], 'consent.missing'],
    ['she agreed to another service', [agreed({ services: ['legal_aid'] })], 'consent.other_service'],
    ['she agreed for somebody else', [agreed({ recipients: 'Autre maison' })], 'consent.other_recipient'],
    ['she has taken it back', [agreed({ withdrawnOn: today })], 'consent.withdrawn'],
    ['it has ended', [agreed({ givenOn: '2026-01-01', endsOn: '2026-02-01' })], 'consent.ended'],
    ['it is for later', [agreed({ givenOn: '2026-03-03' })], 'consent.not_yet'],
    ['the section is not in it', [agreed({ sections: ['profile'] })], 'consent.section_not_covered'],
    [
      'the section is to be kept from them',
      [agreed({ withheld: [{ sections: ['wishes'], from: 'Maison fictive' }] })],
      'consent.withheld',
    ],
  ] as [string, Section[], string][])('is not written when %s', async (_, consents, code) => {
    const { vault, caseId, addStep } = await someCase(wishes('un toit'), ...consents)
    const stepId = await addStep()
    const choice = letter(caseId, stepId, { sections: ['wishes'] })
    await expect(vault.call('documents.compose', choice)).rejects.toThrow(code)
    await expect(vault.call('documents.page', choice)).rejects.toThrow(code)
    const { lines } = await vault.call('journal.list', { filter: {}, before: null })
    expect(lines.map(({ action }) => action)).not.toContain('documents.printed')
  })

  it('says to whom, what for, what she agreed to and until when', async () => {
    const consent = agreed({ endsOn: '2026-06-01', recipients: 'Maison fictive' })
    const { vault, caseId, addStep } = await someCase(wishes('un toit'), consent)
    const paper = await compose(vault, letter(caseId, await addStep({ dueOn: '2026-03-09' })))
    expect(factsIn(paper)).toMatchObject({
      De: ['Membre fictive, Organisme fictif'],
      À: ['Maison fictive'],
      Objet: ['Hébergement sécuritaire'],
      'Valable jusqu’au': ['1er juin 2026'],
    })
    expect(wordsOf(paper)).toContain('9 mars 2026')
    expect(headings(paper).at(-1)).toBe('Coupon-réponse')
  })

  it('written again names no day that is over', async () => {
    const { vault, caseId, addStep } = await someCase(agreed())
    const over = await compose(vault, letter(caseId, await addStep({ dueOn: '2026-03-01' })))
    expect(wordsOf(over)).not.toContain('1er mars 2026')
    expect(wordsOf(over)).toContain('ou appelez-nous.')
    expect(wordsOf(await compose(vault, letter(caseId, await addStep({ dueOn: today }))))).toContain(
      'avant le 2 mars 2026',
    )
  })

  it('finds the organisation in the directory, with whom to ask for', async () => {
    const { vault, caseId, addStep } = await someCase(agreed())
    const entryId = newId()
    const details = { organisation: 'Maison du répertoire', contact: 'Accueil', phone: '555-0100' }
    await vault.call('directory.save', { id: entryId, details, seen: null })
    const paper = await compose(vault, letter(caseId, await addStep({ entryId, organisation: '' })))
    expect(factsIn(paper)).toMatchObject({
      À: ['Maison du répertoire'],
      'À l’attention de': ['Accueil'],
      Téléphone: ['555-0100'],
    })
  })

  it('on a legal ground names the ground and keeps the facts behind it', async () => {
    const ground = { basis: 'legal_ground', ground: 'imminent_danger', note: 'le fait à taire' }
    const { vault, caseId, addStep } = await someCase(agreed({ ...ground, recipients: 'Maison fictive' }))
    const paper = await compose(vault, letter(caseId, await addStep()))
    expect(headings(paper)).toContain('Base légale de cette demande')
    expect(headings(paper)).not.toContain('Ce à quoi la personne a consenti')
    expect(wordsOf(paper)).not.toContain('le fait à taire')
  })

  it('says nothing of what is to be kept from others, and nothing of what the step came to', async () => {
    const { vault, caseId, addStep } = await someCase(
      agreed({ withheld: [{ sections: ['risk'], from: 'son frère', note: 'il la cherche' }] }),
    )
    const paper = await compose(vault, letter(caseId, await addStep({ outcome: 'pour nous seules' })))
    for (const kept of ['son frère', 'il la cherche', 'pour nous seules']) {
      expect(wordsOf(paper)).not.toContain(kept)
    }
  })

  it('can’t carry the consents, the other needs or what she thought of the help', async () => {
    const { caseId, vault, addStep } = await someCase(agreed())
    const stepId = await addStep()
    for (const name of ['consents', 'services', 'feedback']) {
      await expect(compose(vault, letter(caseId, stepId, { sections: [name] }))).rejects.toThrow()
    }
  })

  it('of another case’s step is refused', async () => {
    const { vault, addStep } = await someCase(agreed())
    const stepId = await addStep()
    const other = newId()
    await vault.call('cases.saveSection', { id: other, section: question('?'), seen: [] })
    await expect(compose(vault, letter(other, stepId))).rejects.toThrow('referrals.not_found')
  })
})

describe('a page', () => {
  it('has its line in the journal, with the kind and the language', async () => {
    const { vault, caseId } = await someCase()
    await vault.call('documents.page', { kind: 'trajectory', caseId, locale: 'en' })
    const { lines } = await vault.call('journal.list', { filter: {}, before: null })
    expect(lines[0]).toMatchObject({
      action: 'documents.printed',
      subject: { id: caseId },
      details: { kind: 'trajectory', locale: 'en' },
    })
  })

  it('is called by a name that tells nothing, not even the same thing twice', async () => {
    const { vault, caseId } = await someCase()
    const name = async () =>
      (await vault.call('documents.page', { kind: 'trajectory', caseId, locale: 'fr' })).name
    const names = [await name(), await name()]
    for (const one of names) expect(one).toMatch(/^relais-document-[0-9a-f]{8}\.pdf$/)
    expect(names[0]).not.toBe(names[1])
  })

  it('takes what looks like a page, a style or a script for words', async () => {
    const attacks = [
      '</style><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '&#106;avascript:',
    ]
    const { vault, caseId } = await someCase(wishes(attacks.join('\n')))
    const { html } = await vault.call('documents.page', sheet(caseId, { sections: ['wishes'] }))
    expect(html).not.toMatch(/<script|<img|<a |<link|<iframe/i)
    expect(html).toContain('&#60;script&#62;')
    expect(html).toContain('&#38;#106;avascript:')
    expect(html).toContain("default-src 'none'")
    expect(html.match(/<style>/g)).toHaveLength(1)
  })
})
