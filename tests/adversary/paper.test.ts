import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { In } from '../../shared/contract.ts'
import { createVault, launchHeadless, openApp, type TestApp } from '../support/app.ts'
import { eventually } from '../support/eventually.ts'
import { type ReadPdf, readPdf } from '../support/pdf.ts'
import { commandAndEnvironment, openFiles, processTree } from './process-tree.ts'
import { createCanaries, searchFolder } from './traces.ts'

const canaries = createCanaries()
const word = canaries.at
const newId = (): string => crypto.randomUUID()

/** Everything that any process of this run writes goes below here, temporary files and browser profiles too. */
const root = mkdtempSync(join(tmpdir(), 'relais-paper-'))
const temporary = join(root, 'TMPDIR')
const before = process.env.TMPDIR

let browser: Browser
let app: TestApp

beforeAll(async () => {
  mkdirSync(temporary)
  process.env.TMPDIR = temporary
  browser = await launchHeadless()
  app = await openApp(browser, { dataFolder: join(root, 'a') })
  await createVault(app)
})
afterAll(async () => {
  await app.close()
  await browser.close()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(root, { recursive: true, force: true })
})

type Section = In<'cases.saveSection'>['section']

async function caseWith(...sections: Section[]): Promise<string> {
  const id = newId()
  for (const section of sections) await app.call('cases.saveSection', { id, section, seen: [] })
  return id
}

const bytesAt = (path: string | null): Buffer => readFileSync(path ?? '')

async function print(choice: In<'documents.print'>): Promise<{ pdf: ReadPdf; path: string; bytes: Buffer }> {
  const { path } = await app.call('documents.print', choice)
  const bytes = bytesAt(path)
  return { pdf: await readPdf(bytes), path: path ?? '', bytes }
}

const sheet = (caseId: string, sections: Section['name'][], part: object = {}): In<'documents.print'> => ({
  kind: 'case-sheet',
  caseId,
  locale: 'fr',
  sections,
  trajectory: true,
  ...part,
})

describe('a PDF, opened by another program', () => {
  it('is tagged, in the right language and order, on letter pages that are numbered and confidential', async () => {
    const caseId = await caseWith(
      { name: 'wishes', body: { wishes: 'premier souhait' } },
      { name: 'profile', body: { region: '06', languages: ['french', 'english'] } },
      { name: 'summary', body: { context: 'le contexte', situation: 'שלום עולם' } },
    )
    await app.call('referrals.save', {
      caseId,
      id: newId(),
      details: { service: 'legal_aid', organisation: 'Clinique fictive' },
    })
    const { code } = await app.call('cases.get', { id: caseId })
    const { pdf } = await print(sheet(caseId, ['summary', 'wishes', 'profile']))
    expect(pdf).toMatchObject({ marked: true, language: 'fr-CA', title: `Fiche de situation · ${code}` })
    expect(pdf.tags).toMatchObject({
      Document: expect.any(Number),
      H1: 1,
      H2: 4,
      H3: expect.any(Number),
      P: expect.any(Number),
      L: expect.any(Number),
      LI: 2,
      Table: expect.any(Number),
      TH: expect.any(Number),
      TD: expect.any(Number),
    })
    for (const size of pdf.sizes) expect(size).toEqual([612, 792])
    pdf.pages.forEach((text, index) => {
      expect(text).toContain('Confidentiel')
      expect(text).toContain(`Page ${index + 1} sur ${pdf.pages.length}`)
    })
    const inOrder = ['Fiche de situation', 'premier souhait', 'Montréal', 'le contexte', 'Clinique fictive']
    const text = pdf.pages.join('\n')
    const places = inOrder.map((words) => text.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(text).toMatch(/שלום עולם|םלוע םולש/u)
    expect(pdf.outline).toEqual(expect.arrayContaining(['Souhaits de la personne', 'Récit']))

    const { pdf: english } = await print({ kind: 'trajectory', caseId, locale: 'en' })
    expect(english).toMatchObject({ language: 'en-CA', title: `Service trajectory · ${code}` })
    expect(english.pages[0]).toContain('Confidential')
    expect(english.pages[0]).toContain(`Page 1 of ${english.pages.length}`)
  })

  it('of a hundred pages is whole, each page with its number', async () => {
    const page = `${'Un paragraphe tout à fait fictif. '.repeat(80)}\n\n`
    const words = (end: string) => `${page.repeat(36).slice(0, 99_000)} ${end}`
    const caseId = await caseWith(
      { name: 'wishes', body: { wishes: words('fin un') } },
      {
        name: 'summary',
        body: { context: words('fin deux'), situation: words('fin trois'), needs: words('fin quatre') },
      },
    )
    const { pdf } = await print(sheet(caseId, ['wishes', 'summary']))
    expect(pdf.pages.length).toBeGreaterThanOrEqual(100)
    const text = pdf.pages.join('\n')
    for (const end of ['fin un', 'fin deux', 'fin trois', 'fin quatre']) expect(text).toContain(end)
    expect(pdf.pages.at(-1)).toContain(`Page ${pdf.pages.length} sur ${pdf.pages.length}`)
  })
})

describe('what was written in a case', () => {
  it.each([
    '<script>document.title = "x"</script>',
    '</style><style>*{display:none}</style>',
    '</p></body></html><h1>Autre</h1>',
    '<img src="https://example.org/x.png" onerror="alert(1)">',
    '<a href="javascript:alert(1)">ici</a>',
    '<meta http-equiv="refresh" content="0;url=https://example.org/">',
    '<iframe src="file:///etc/passwd"></iframe>',
    '@page { @top-left { content: "Public" } }',
  ])('is printed as it is, and does nothing: %s', async (attack) => {
    const caseId = await caseWith({ name: 'summary', body: { context: `avant ${attack} après` } })
    const { pdf } = await print(sheet(caseId, ['summary'], { trajectory: false }))
    const text = pdf.pages.join(' ')
    expect(text.replace(/\s+/gu, ' ')).toContain(`avant ${attack} après`)
    expect(text).toContain('Confidentiel')
    expect(pdf.active).toEqual([])
    expect(pdf.title).toMatch(/^Fiche de situation · /)
    expect(pdf.tags.H1).toBe(1)
  })

  it('can’t turn the letters of a page around, nor hide in it', async () => {
    const caseId = await caseWith({
      name: 'summary',
      body: { context: 'un\0deux \u202Etrois\u202C \u2066quatre\u2069 cinq' },
    })
    const { pdf } = await print(sheet(caseId, ['summary'], { trajectory: false }))
    expect(pdf.pages.join(' ')).toContain('undeux trois quatre cinq')
  })
})

const holdsPaper = (content: Buffer): boolean =>
  content.includes('%PDF-') || canaries.foundIn(content).length > 0

/** The files that hold a PDF or the case meanwhile, in any process: Chromium takes the name off a file as soon as it has it. */
async function writtenDuring(work: () => Promise<unknown>): Promise<string[]> {
  const found = new Set<string>()
  const look = (): void => {
    const others = processTree(process.pid).filter((pid) => pid !== process.pid)
    for (const { path, content } of others.flatMap(openFiles)) if (holdsPaper(content)) found.add(path)
  }
  const looking = setInterval(look, 5)
  try {
    await work()
  } finally {
    clearInterval(looking)
  }
  return [...found]
}

// Only Linux shows every process to a test, in /proc.
describe.runIf(process.platform === 'linux')('what is printed', () => {
  it('would be found by this test in a temporary file, where the browser’s own way to print puts it', async () => {
    const page = await browser.newPage()
    await page.setContent('<p>Un mot</p>'.repeat(20_000))
    const written = await writtenDuring(() => page.pdf())
    await page.close()
    expect(written).not.toEqual([])
  })

  it('is in the file that was asked for and nowhere else, and no file name or argument tells of it', async () => {
    const caseId = await caseWith(
      { name: 'wishes', body: { wishes: `${word('wishes')} ${'mot '.repeat(20_000)}` } },
      { name: 'summary', body: { situation: word('situation') } },
    )
    let printed: Awaited<ReturnType<typeof print>> | undefined
    const written = await writtenDuring(async () => {
      printed = await print(sheet(caseId, ['wishes', 'summary']))
    })
    expect(written).toEqual([])
    const text = printed?.pdf.pages.join(' ') ?? ''
    expect(text).toContain(word('wishes'))
    expect(text).toContain(word('situation'))
    const { code } = await app.call('cases.get', { id: caseId })
    expect(printed?.path).not.toContain(code)
    expect(canaries.foundIn(Buffer.from(JSON.stringify(printed?.pdf.info)))).toEqual([])
    expect(searchFolder(root, canaries)).toEqual([])
    const seen = processTree(process.pid).flatMap((pid) => [
      ...canaries.foundIn(commandAndEnvironment(pid)),
      ...(pid === process.pid ? [] : openFiles(pid)).flatMap(({ path, content }) =>
        canaries.foundIn(content).map((found) => `${found}: ${path}`),
      ),
    ])
    expect(seen).toEqual([])
    // The page that was printed is gone with its context.
    await eventually(() => browser.contexts().length).toBe(1)
  })

  it('is not there at all when the vault is locked meanwhile', async () => {
    const caseId = await caseWith({
      name: 'wishes',
      body: { wishes: `${word('locked')} ${'mot '.repeat(24_000)}` },
    })
    const count = () => readdirSync(app.savedFolder).length
    const saved = count()
    const printing = app.call('documents.print', sheet(caseId, ['wishes'])).catch(() => undefined)
    await eventually(() => browser.contexts().length).toBe(2)
    await app.preview.application.lock()
    await printing
    await eventually(() => browser.contexts().length).toBe(1)
    expect(count()).toBe(saved)
  })
})
