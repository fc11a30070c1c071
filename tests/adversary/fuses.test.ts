import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createPackage } from '@electron/asar'
import { flipFuses } from '@electron/fuses'
import { Arch } from 'electron-builder'
import { describe, expect, it, vi } from 'vitest'
import { afterPack } from '../../build/after-pack.ts'
import { releaseFuses } from '../../build/fuses.ts'
import { wrongFuses } from '../../build/read-fuses.ts'
import { chosenFuses, fusesOf, isLinux, standInProgram } from '../support/packaging.ts'
import { temporaryFolder } from '../support/vault.ts'

// What the builds wrote down is another test's to read, which may be building at this very moment.
vi.mock('../../build/notices.ts', async (original) => ({
  ...(await original<typeof import('../../build/notices.ts')>()),
  recordedPackages: () => [],
}))

/** What the packager hands to its hook, for another system than this one. */
const packContext = (platform: string, appOutDir: string, packed: string) =>
  ({
    appOutDir,
    arch: Arch.x64,
    electronPlatformName: platform,
    packager: { appInfo: { productFilename: 'Relais' }, getResourcesDir: () => packed },
  }) as never

/** A folder of resources whose archive holds these files below `node_modules`. */
async function archiveWith(paths: readonly string[]): Promise<string> {
  const packed = temporaryFolder()
  for (const path of paths) {
    const file = join(packed, 'in', 'node_modules', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, '')
  }
  await createPackage(join(packed, 'in'), join(packed, 'app.asar'))
  return packed
}

describe.runIf(isLinux)('a packaged program', () => {
  it.each([
    ['win32', 'Relais.exe', 'Relais.exe', 'argon2.win32-x64-msvc.node'],
    [
      'darwin',
      'Relais.app',
      'Relais.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
      'argon2.darwin-x64.node',
    ],
  ])(
    'has its nine fuses set on %s, where no launcher stands before the program',
    async (platform, name, file, code) => {
      const folder = temporaryFolder()
      const appOutDir = join(folder, 'out')
      await mkdir(dirname(join(appOutDir, file)), { recursive: true })
      await writeFile(join(appOutDir, file), standInProgram())
      const packed = await archiveWith([`/prebuilds/${platform}-x64.node`, `/argon2/${code}`])
      // Apple's own, to sign anew what was changed.
      const codesign = join(folder, 'codesign')
      await writeFile(codesign, '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/codesign ran"\n', {
        mode: 0o755,
      })
      vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
      await afterPack(packContext(platform, appOutDir, packed))
      vi.unstubAllEnvs()
      expect(await fusesOf(join(appOutDir, name))).toEqual(chosenFuses)
      expect(await readdir(appOutDir)).toEqual([name])
      const signed = await readFile(join(folder, 'codesign ran'), 'utf8').catch(() => '')
      expect(signed.includes(join(appOutDir, 'Relais.app'))).toBe(platform === 'darwin')
    },
  )

  it.each(['win32', 'darwin'])('is not made here for %s, where it could open no vault', async (platform) => {
    const folder = temporaryFolder()
    const none = await archiveWith(['/prebuilds/linux-x64.node', '/argon2/argon2.linux-x64-gnu.node'])
    await expect(afterPack(packContext(platform, folder, none))).rejects.toThrow(`${platform}-x64`)
    const half = await archiveWith([`/prebuilds/${platform}-x64.node`])
    await expect(afterPack(packContext(platform, folder, half))).rejects.toThrow('argon2')
  })

  it('is told from one whose fuses are not so, whichever they are', async () => {
    const program = join(temporaryFolder(), 'program')
    await writeFile(program, standInProgram())
    expect(await wrongFuses(program)).toHaveLength(9)
    await flipFuses(program, releaseFuses)
    expect(await wrongFuses(program)).toEqual([])
    await writeFile(program, standInProgram('0100110001'))
    expect(await wrongFuses(program)).toEqual(['WasmTrapHandlers', '9'])
  })

  it('is not made from an Electron with a tenth fuse that nobody has chosen about', async () => {
    const program = join(temporaryFolder(), 'ten fuses')
    await writeFile(program, standInProgram('1111111111'))
    await expect(flipFuses(program, releaseFuses)).rejects.toThrow('10 fuses')
  })
})
