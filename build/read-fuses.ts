import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type FuseConfig, FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { releaseFuses } from './fuses.ts'
import { projectFolder } from './run.ts'

/**
 * `node build/read-fuses.ts [program]`: reads the fuses of a packaged program (of `dist/` where none is named), as a line each;
 * the exit code is 0 only if each is what it should be.
 */
const names: Readonly<Record<string, readonly string[]>> = {
  linux: ['relais.bin'],
  win32: ['Relais.exe'],
  darwin: ['Relais.app'],
}

function packagedProgram(): string {
  const dist = join(projectFolder, 'dist')
  const found = readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(join(dist, entry.name)).map((name) => join(dist, entry.name, name)))
    .find((path) => names[process.platform]?.some((name) => path.endsWith(name)))
  if (!found) throw new Error('no packaged program in dist/')
  return found
}

/** The fuses that are not as they should be, by name. */
export async function wrongFuses(program: string): Promise<string[]> {
  const { version, ...wire } = (await getCurrentFuseWire(program)) as FuseConfig<FuseState | undefined>
  const wanted = Object.entries(releaseFuses).filter(([key]) => /^\d+$/.test(key))
  const wrong = wanted.filter(
    ([fuse, on]) =>
      (wire as Record<string, unknown>)[fuse] !== (on === true ? FuseState.ENABLE : FuseState.DISABLE),
  )
  const unknown = Object.keys(wire).filter((fuse) => /^\d+$/.test(fuse) && !(Number(fuse) in releaseFuses))
  return [...wrong.map(([fuse]) => fuse), ...unknown].map((fuse) => FuseV1Options[Number(fuse)] ?? fuse)
}

if (import.meta.main) {
  const program = process.argv[2] ?? packagedProgram()
  const wrong = await wrongFuses(program)
  process.stdout.write(wrong.length === 0 ? `fuses as chosen: ${program}\n` : `wrong: ${wrong.join(', ')}\n`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
