import { chmod, copyFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { flipFuses } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { releaseFuses } from './fuses.ts'
import { noticesOf, packageFolderOf, recordedPackages } from './notices.ts'
import { projectFolder } from './run.ts'

/** electron-builder's hook between the packed folder and its signature: what is done here is what gets signed. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context
  const resources = packager.getResourcesDir(appOutDir)
  await writeFile(
    join(resources, noticesFile),
    noticesOf([...recordedPackages(), ...packedPackages(resources)]),
  )

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

/** The packages that are in the archive as they are, for their native code. */
function packedPackages(resources: string): string[] {
  return listPackage(join(resources, 'app.asar'), { isPack: false })
    .filter((path) => /[\\/]package\.json$/.test(path))
    .flatMap((path) => packageFolderOf(join(projectFolder, path)))
}
