import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../build/run.ts'

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly resolved?: string
}

const read = (name: string): string => readFileSync(join(projectFolder, name), 'utf8')
const packages = (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages

describe('npm ci on a fresh machine', () => {
  it('runs no program of any package: no compiler, no Python, no download from elsewhere', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true')
  })

  it('finds every platform’s build in the lock file, or npm would refuse the whole of it', () => {
    const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    const locked = new Set(
      Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
    )
    expect(optional.length).toBeGreaterThan(50)
    expect(optional.filter((name) => !locked.has(name))).toEqual([])
  })

  it('is tied to no host: packages come from whichever registry the machine uses', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.includes('://'))).toEqual([])
  })

  it('takes exactly the versions that were tried', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      read('package.json'),
    ) as Record<string, Record<string, string>>
    const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})
