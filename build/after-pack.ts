import { chmod, copyFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { flipFuses } from '@electron/fuses'
import { type AfterPackContext, Arch } from 'electron-builder'
import { releaseFuses } from './fuses.ts'
import { noticesOf, packageFolderOf, recordedPackages } from './notices.ts'
import { projectFolder } from './run.ts'

/** electron-builder's hook between the packed folder and its signature: what is done here is what gets signed. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, arch, electronPlatformName, packager } = context
  const resources = packager.getResourcesDir(appOutDir)
  const archived = listPackage(join(resources, 'app.asar'), { isPack: false })
  const packed = archived.map((path) => path.replaceAll('\\', '/'))
  refuseWithoutNativeCode(packed, `${electronPlatformName}-${Arch[arch]}`)
  await writeFile(join(resources, noticesFile), noticesOf([...recordedPackages(), ...packedPackages(packed)]))

  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'darwin') {
    // Changing the program breaks the signature of the plain runtime, without which Apple's own processors run nothing.
    await flipFuses(join(appOutDir, `${productFilename}.app`), {
      ...releaseFuses,
      resetAdHocDarwinSignature: true,
    })
  } else if (electronPlatformName === 'win32') {
    await flipFuses(join(appOutDir, `${productFilename}.exe`), releaseFuses)
  } else {
    const program = join(appOutDir, 'relais')
    await flipFuses(program, releaseFuses)
    await rename(program, `${program}.bin`)
    await copyFile(join(projectFolder, 'build', 'resources', 'launcher.sh'), program)
    await chmod(program, 0o755)
  }
}

export const noticesFile = 'THIRD-PARTY-NOTICES.txt'

/**
 * npm installs native code for the system it runs on and for no other: what is packaged elsewhere would be packed without a
 * complaint and could open no vault.
 * @param target as `darwin-arm64`
 */
function refuseWithoutNativeCode(packed: readonly string[], target: string): void {
  for (const file of [`/prebuilds/${target}.node`, `/argon2.${target}`]) {
    if (!packed.some((path) => path.includes(file) && path.endsWith('.node'))) {
      throw new Error(
        `no native code for ${target} (${file}): package on that system itself (docs/packaging.md)`,
      )
    }
  }
}

/** The packages that are in the archive as they are, for their native code. */
function packedPackages(packed: readonly string[]): string[] {
  return packed
    .filter((path) => path.endsWith('/package.json'))
    .flatMap((path) => packageFolderOf(join(projectFolder, path)))
}
