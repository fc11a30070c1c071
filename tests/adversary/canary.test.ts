import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sectionNames } from '../../shared/cases/sections.ts'
import type { ChannelName, In, Out } from '../../shared/contract.ts'
import { addDays, dayOf } from '../../shared/dates.ts'
import { introduce, launchHeadless, openApp, type TestApp } from '../support/app.ts'
import { eventually } from '../support/eventually.ts'
import { commandAndEnvironment, openFiles, processTree } from './process-tree.ts'
import { createCanaries, searchFolder } from './traces.ts'

const canaries = createCanaries()
const word = canaries.at
const today = dayOf(Date.now())
const newId = (): string => crypto.randomUUID()

/** Everything that any process of this run writes goes below here: temporary files and browser profiles too. */
const root = mkdtempSync(join(tmpdir(), 'relais-canary-'))
const moved = [
  'TMPDIR',
  'HOME',
  'XDG_CONFIG_HOME',
  'XDG_CACHE_HOME',
  'XDG_DATA_HOME',
  'NODE_COMPILE_CACHE',
] as const
const before = Object.fromEntries(moved.map((name) => [name, process.env[name]]))

let browser: Browser
let a: TestApp
let b: TestApp
const passphrase = `${word('passphrase')} nuages lents ${word('passphrase, second word')}`

beforeAll(async () => {
  for (const name of moved) {
    process.env[name] = join(root, name)
    mkdirSync(join(root, name))
  }
  browser = await launchHeadless()
  a = await openApp(browser, { dataFolder: join(root, 'a') })
  b = await openApp(browser, { dataFolder: join(root, 'b') })
})
afterAll(async () => {
  await a.close()
  await b.close()
  await browser.close()
  for (const name of moved) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
  rmSync(root, { recursive: true, force: true })
})

async function create(app: TestApp, who: string): Promise<void> {
  const identity = {
    name: word(`name of ${who}`),
    organisation: word(`organisation of ${who}`),
    sector: 'community' as const,
  }
  await app.call('vault.assessPassphrase', { passphrase, hints: [identity.name] })
  await app.call('vault.create', { folder: app.vaultFolder, passphrase, identity })
  await app.page().reload()
}

/** Every section, each of its texts with a canary of its own. */
const consentId = newId()
const sections: In<'cases.saveSection'>['section'][] = [
  {
    name: 'wishes',
    body: {
      wishes: word('wishes'),
      safeContacts: word('safe contacts'),
      contacts: [{ id: newId(), when: word('contact when'), note: word('contact note') }],
    },
  },
  { name: 'summary', body: { context: word('context'), situation: word('situation'), needs: word('needs') } },
  { name: 'indicators', body: { notes: word('indicator notes') } },
  {
    name: 'risk',
    body: {
      reasons: word('risk reasons'),
      safetyPlan: word('safety plan'),
      plan: {
        concern: word('plan concern'),
        resources: word('plan resources'),
        preparedness: word('plan preparedness'),
        strategies: word('plan strategies'),
        after: word('plan after'),
      },
    },
  },
  {
    name: 'services',
    body: { items: [{ id: newId(), service: 'legal_aid', note: word('service note') }] },
  },
  { name: 'feedback', body: { words: word('feedback') } },
  { name: 'question', body: { question: word('question') } },
  {
    name: 'consents',
    body: {
      items: [
        {
          id: consentId,
          purpose: 'service_referral',
          services: ['legal_aid'],
          recipients: word('consent recipients'),
          withheld: [{ sections: ['profile'], from: word('withheld from'), note: word('withheld note') }],
          note: word('consent note'),
          givenBy: 'person',
          givenOn: today,
        },
        {
          id: newId(),
          purpose: 'committee_review',
          sections: [...sectionNames],
          givenBy: 'person',
          givenOn: today,
        },
      ],
    },
  },
]

const caseId = newId()
const stepId = newId()

async function workOn(app: TestApp, recipient: string) {
  for (const section of sections) await app.call('cases.saveSection', { id: caseId, section, seen: [] })
  await app.call('referrals.save', {
    caseId,
    id: stepId,
    details: {
      service: 'legal_aid',
      organisation: word('step organisation'),
      note: word('step note'),
      outcome: word('step outcome'),
    },
  })
  for (const { name } of sections) {
    await app.call('drafts.put', { key: { caseId, form: name }, body: `"${word(`draft of ${name}`)}"` })
  }
  await app.call('drafts.put', { key: { caseId: newId(), form: 'wishes' }, body: word('draft of no case') })
  await app.call('cases.list', { words: word('searched word') })
  const jobId = newId()
  const names = sections.map(({ name }) => name)
  const choice = {
    caseId,
    sections: names,
    stepIds: [stepId],
    recipients: [recipient],
    purpose: 'committee_review',
  }
  await app.call('exchange.compose', choice)
  const { packetId } = await app.call('exchange.seal', { ...choice, expiresOn: addDays(today, 30), jobId })
  await app.call('exchange.save', { packetId })
  return app.call('exchange.file', { packetId })
}

/** Refusals, whose errors must not repeat what was typed. */
async function provoke(app: TestApp): Promise<void> {
  const attempts: [ChannelName, unknown][] = [
    ['vault.unlock', { folder: join(root, 'a', 'vault'), passphrase: word('wrong passphrase') }],
    ['cases.saveSection', { id: word('bad id'), section: {}, seen: [] }],
    ['cases.list', { words: `"${word('searched operator')}* NEAR(`, sort: 'code' }],
    ['exchange.open', { bytes: new TextEncoder().encode(word('not a packet')), jobId: newId() }],
    ['members.readCard', { bytes: new TextEncoder().encode(word('not a card')) }],
    ['vault.unlock', { folder: join(root, 'a', word('no such folder')), passphrase }],
  ]
  for (const [channel, input] of attempts) {
    const error = await app.call(channel, input as In<ChannelName>).then(
      (out: Out<ChannelName>) => out,
      (refusal: Error) => refusal,
    )
    if (error instanceof Error) expect(canaries.foundIn(Buffer.from(error.message))).toEqual([])
  }
}

/** Types as a person does, into the window itself: browsers remember what goes into forms. */
async function typeInWindow(app: TestApp): Promise<void> {
  const page = app.page()
  await page.reload()
  await page.getByRole('link', { name: 'Situations' }).first().click()
  await page.getByLabel('Chercher dans les situations').fill(word('typed in the search box'))
  await page.getByRole('link', { name: 'Nouvelle situation' }).first().click()
  await page.getByLabel('Ce qu’elle souhaite').fill(word('typed in a form'))
  await eventually(async () => (await app.call('drafts.unsavedCases', {})).ids).toHaveLength(2)
}

/** What a window’s frame, a task list and the browser’s history show of a page. */
async function onTheFrame(app: TestApp): Promise<string> {
  const page = app.page()
  const session = await app.preview.context.newCDPSession(page)
  const { entries } = await session.send('Page.getNavigationHistory')
  await session.detach()
  return [await page.title(), page.url(), ...entries.map(({ title, url }) => `${title} ${url}`)].join('\n')
}

/** Where programs keep what was opened lately, small pictures of it, and what waits for a printer. */
const keptByOthers = ['recently-used.xbel', 'RecentDocuments', 'thumbnails', '.thumbnails']
const spools = ['/var/spool/cups', '/var/spool/lpd', '/var/spool/cups-pdf']
const spooled = (): string[] => spools.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
const spooledBefore = spooled()

/** What Node made of the sources, which the vault process writes down as it ends. */
const compiled = (): string[] =>
  readdirSync(join(root, 'NODE_COMPILE_CACHE'), { recursive: true, encoding: 'utf8' })

/**
 * Where nothing of what was typed may be: every file of this run, open ones without a name among them, every command line
 * and environment, and what the windows tell of themselves.
 */
async function traces(): Promise<string[]> {
  const processes = processTree(process.pid).flatMap((pid) => [
    ...canaries.foundIn(commandAndEnvironment(pid)).map((found) => `${found}: process ${pid}`),
    // What the test itself has open is not Relais’s.
    ...(pid === process.pid ? [] : openFiles(pid)).flatMap(({ path, content }) =>
      canaries.foundIn(content).map((found) => `${found}: ${path}, open in ${pid}`),
    ),
  ])
  const frames = Buffer.from(`${await onTheFrame(a)}\n${await onTheFrame(b)}`)
  const kept = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => keptByOthers.includes(basename(path)))
    .map((path) => `kept by another program: ${path}`)
  expect(spooled()).toEqual(spooledBefore)
  return [...searchFolder(root, canaries), ...processes, ...canaries.foundIn(frames), ...kept]
}

// Only Linux shows every process to a test, in /proc.
describe.runIf(process.platform === 'linux')('what is typed', () => {
  it('would be found by this test in any file, name or encoding', () => {
    // The browser's own profile is among the files.
    expect(readdirSync(join(root, 'TMPDIR')).join()).toContain('playwright')
    const control = join(root, word('control name'))
    const planted = ['utf8', 'utf16le', 'hex'] as const
    for (const encoding of planted) {
      const text = word(`control ${encoding}`)
      const bytes =
        encoding === 'hex'
          ? Buffer.from(Buffer.from(text.toLowerCase()).toString('hex'))
          : Buffer.from(text.toUpperCase(), encoding)
      mkdirSync(join(control, encoding), { recursive: true })
      writeFileSync(
        join(control, encoding, 'file'),
        Buffer.concat([Buffer.alloc(100_001, 7), bytes, Buffer.alloc(9)]),
      )
    }
    const found = searchFolder(root, canaries).map((line) => line.split(':')[0])
    expect([...new Set(found)].sort()).toEqual(
      [
        'control hex in hexadecimal',
        'control name in UTF-8',
        'control utf16le in UTF-16',
        'control utf8 in UTF-8',
      ].sort(),
    )
    rmSync(control, { recursive: true })
  })

  it('would be found by this test in a file that lost its name, and in the title of a window', async () => {
    const path = join(root, 'nameless')
    const script = `const fs = require('fs'); fs.writeFileSync(${JSON.stringify(path)}, require('fs').readFileSync(0));
      fs.openSync(${JSON.stringify(path)}); fs.unlinkSync(${JSON.stringify(path)}); console.log('open'); setInterval(() => 0, 1e6)`
    const holder = spawn(process.execPath, ['-e', script])
    holder.stdin.end(word('control nameless'))
    await once(holder.stdout, 'data')
    await a.page().evaluate((text) => {
      document.title = text
    }, word('control title'))
    const found = (await traces()).map((line) => line.split(' in UTF-8')[0])
    expect([...new Set(found)].sort()).toEqual(['control nameless', 'control title'])
    holder.kill()
    await once(holder, 'exit')
    await a.page().reload()
  })

  it('is in no file and no process, while the vault is open', async () => {
    await create(a, 'the sender')
    await create(b, 'the recipient')
    await introduce(a, b)
    const [recipient] = (await a.call('members.list', {})).members
    const { bytes } = await workOn(a, recipient?.fingerprint ?? '')
    const { packetId } = await b.call('exchange.open', { bytes, jobId: newId() })
    await b.call('exchange.accept', { packetId })
    await provoke(a)
    await typeInWindow(a)
    expect((await b.call('cases.list', { words: word('situation') })).total).toBe(1)
    expect(await traces()).toEqual([])
  })

  it('is nowhere after a lock, nor after the wrong and the right passphrase were typed', async () => {
    await a.preview.application.lock()
    const page = a.page()
    const field = page.locator('input[type="password"]')
    await field.fill(word('wrong passphrase, typed'))
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await field.fill(passphrase)
    await page.keyboard.press('Enter')
    await eventually(() => a.call('app.state', {})).toMatchObject({ unlocked: true })
    await a.preview.application.lock()
    expect(compiled().length).toBeGreaterThan(100)
    expect(await traces()).toEqual([])
  })

  it('is nowhere after a case was shown, printed and copied from; the clipboard is empty after the lock', async () => {
    const page = b.page()
    await page.reload()
    await page.goto(`${page.url().split('#')[0]}#/cases/${caseId}`)
    await page.getByText(word('wishes')).first().waitFor()
    await page.evaluate(() => window.print())
    await page.pdf()
    await page.evaluate((text) => navigator.clipboard.writeText(text), word('copied'))
    await b.call('app.copied', { text: word('copied') })
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(word('copied'))
    expect(await traces()).toEqual([])
    await b.preview.application.lock()
    expect(await b.page().evaluate(() => navigator.clipboard.readText())).toBe('')
    await b.call('vault.unlock', { folder: b.vaultFolder, passphrase })
    expect(await traces()).toEqual([])
  })

  it('is nowhere after the vault process and the window crashed with everything open', async () => {
    await b.call('drafts.put', { key: { caseId, form: 'summary' }, body: word('last words') })
    const afterVault = b.nextPage()
    process.kill(b.preview.vaultPid(), 'SIGKILL')
    await afterVault
    const afterWindow = b.nextPage()
    const session = await b.preview.context.newCDPSession(b.page())
    void session.send('Page.crash').catch(() => undefined)
    await afterWindow
    expect(await traces()).toEqual([])
  })
})
