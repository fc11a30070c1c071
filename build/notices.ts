import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { projectFolder } from './run.ts'

/**
 * The licences of other people's code in the package ask that their texts travel with it. Each bundle remembers which packages
 * it has code of; packaging gathers their texts into one file.
 */
export type BundledPart = 'main' | 'preload' | 'renderer'
export const bundledParts: readonly BundledPart[] = ['main', 'preload', 'renderer']

const recordFile = (part: BundledPart): string => join(projectFolder, 'out', 'packages', `${part}.json`)

/** Folders of packages, relative to the project, as `node_modules/zod`. */
type PackageFolders = readonly string[]

/** Writes down the packages that a bundle has code of. */
export function recordPackages(part: BundledPart): Plugin {
  return {
    name: 'relais:packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      const folders = [...new Set(modules.flatMap(packageFolderOf))].sort()
      mkdirSync(join(projectFolder, 'out', 'packages'), { recursive: true })
      writeFileSync(recordFile(part), JSON.stringify(folders, null, 2))
    },
  }
}

/** What the builds have written down. Throws where one of them has not run. */
export function recordedPackages(): PackageFolders {
  return bundledParts.flatMap((part) => JSON.parse(readFileSync(recordFile(part), 'utf8')) as string[])
}

const packageFolder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/

export function packageFolderOf(module: string): string[] {
  // The bundler marks modules of its own making with a NUL.
  const found = packageFolder.exec(module.replaceAll('\0', ''))
  return found ? [relative(projectFolder, found[0]).replaceAll('\\', '/')] : []
}

/** Licences that let a closed application carry the code. Another one stops the packaging, for somebody to look. */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense'])

/** Every package's name, version, licence and licence text, by name. */
export function noticesOf(folders: PackageFolders): string {
  const notices = [...new Set(folders)].sort().map((folder) => noticeOf(join(projectFolder, folder)))
  return [heading, ...notices].join(`\n\n${'-'.repeat(100)}\n\n`)
}

const heading = `Relais contient le code de ces composants, sous leurs licences.
Relais contains code of these components, under their licences.

Electron: LICENSE.electron.txt. Chromium: LICENSES.chromium.html.
Within better-sqlite3-multiple-ciphers: SQLite (public domain) and SQLite3 Multiple Ciphers (MIT, Copyright (c) Ulrich Telle).`

interface PackageFacts {
  readonly name: string
  readonly version: string
  readonly license?: unknown
  readonly author?: string | { readonly name: string }
}

function noticeOf(folder: string): string {
  const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFacts
  const { name, version, license } = facts
  if (typeof license !== 'string' || !isAllowed(license)) {
    throw new Error(`${name} has a licence nobody has agreed to: ${JSON.stringify(license)}`)
  }
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${name} ${version} (${license})`, ...(texts.length > 0 ? texts : [plainText(facts)])].join('\n\n')
}

/** Some packages name their licence and bring no text of it: it is the licence's own, with the author they name. */
function plainText({ name, license, author }: PackageFacts): string {
  const file = join(projectFolder, 'build', 'resources', 'licences', `${license}.txt`)
  if (!existsSync(file)) throw new Error(`${name} has no licence text`)
  const holder = typeof author === 'string' ? author : author?.name
  return [...(holder ? [`Copyright (c) ${holder}`] : []), readFileSync(file, 'utf8').trim()].join('\n\n')
}

/** Of a choice of licences (“MIT OR Apache-2.0”) one must do. */
export function isAllowed(license: string): boolean {
  return license
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => allowed.has(choice))
}
