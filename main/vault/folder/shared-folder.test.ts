import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  newVault,
  stateOfFolder,
  temporaryFolder,
  testIdentity,
  testOpener,
} from '../../../tests/support/vault.ts'
import { createVault } from '../create-vault.ts'
import { floorParameters } from '../keys/kdf.ts'
import { unlockVault } from '../unlock-vault.ts'
import { isNetworkPath, mountOf, networkFileSystems } from './network-folder.ts'
import { refuseSharedFolder } from './shared-folder.ts'
import { markedBySynchroniser, namedBySynchroniser, synchronisedRoots } from './synchronised-folder.ts'

/** As /proc/self/mountinfo shows them, a folder with a space and one mounted over another included. */
const mounts = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /home/awa/nas rw,relatime shared:20 - nfs4 nas:/home rw
41 22 0:36 / /mnt/mes\\040dossiers rw - cifs //serveur/partage rw
42 22 0:37 / /home/awa/ssh rw,nosuid shared:21 master:3 - fuse.sshfs awa@ailleurs:/ rw
43 22 8:17 / /media/awa/USB rw - exfat /dev/sdb1 rw
44 22 0:38 / /media/awa/NTFS rw - fuseblk /dev/sdc1 rw
45 22 0:39 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
46 22 0:40 / /mnt/c rw - 9p drvfs rw
47 40 8:33 / /home/awa/nas/local rw - ext4 /dev/sdd1 rw
48 22 0:41 / /over rw - nfs serveur:/ rw
49 22 8:49 / /over rw - ext4 /dev/sde1 rw
50 22 0:42 / /media/sf_partage rw - vboxsf partage rw
51 22 0:43 / /mnt/hgfs rw - fuse.vmhgfs-fuse vmhgfs-fuse rw`

describe('a folder on the network', () => {
  it.each([
    ['/home/awa/nas', true],
    ['/home/awa/nas/coffre', true],
    ['/mnt/mes dossiers/coffre', true],
    ['/home/awa/ssh/coffre', true],
    ['/run/user/1000/gvfs/smb-share:server=x', true],
    ['/mnt/c/Users/awa', true],
    ['/media/sf_partage/coffre', true],
    ['/mnt/hgfs/partage', true],
    ['/home/awa/nasty', false],
    ['/home/awa/nas/local/coffre', false],
    ['/over/coffre', false],
    ['/media/awa/USB/coffre', false],
    ['/media/awa/NTFS', false],
    ['/home/awa', false],
  ])('is known on Linux by what is mounted there: %s', (folder, network) => {
    expect(networkFileSystems.has(mountOf(folder, mounts) ?? '')).toBe(network)
  })

  it.each([
    ['\\\\serveur\\partage\\coffre', 'win32', true],
    ['\\\\?\\UNC\\serveur\\partage', 'win32', true],
    ['\\\\?\\C:\\Users\\awa', 'win32', false],
    ['C:\\Users\\awa', 'win32', false],
    ['//home/awa', 'linux', false],
  ] as const)('is known on Windows once a mapped drive was followed: %s on %s', (real, platform, network) => {
    expect(isNetworkPath(real, platform)).toBe(network)
  })
})

describe('a synchronised folder', () => {
  it.each([
    'OneDrive',
    'OneDrive - Organisme fictif',
    'Dropbox',
    'Dropbox (Organisme fictif)',
    'Google Drive',
    'GoogleDrive',
    'iCloudDrive',
    'iCloud Drive',
    'Nextcloud',
    'ownCloud2',
    'pCloudDrive',
    'MEGAsync',
    'kDrive',
    'CloudStorage',
    'Mobile Documents',
  ])('is known by the name that a program gives it: %s', (name) => {
    expect(namedBySynchroniser(`/home/awa/${name}`)).toBe(true)
    expect(namedBySynchroniser(`C:\\Users\\awa\\${name}`)).toBe(true)
  })

  it.each([
    'Documents',
    'Drive',
    'Sync',
    'Box',
    'mon Dropbox',
    'OneDrive-copie',
    'Cloud',
    'Nextcloud notes',
    'Mega',
  ])('is not seen in a name that is anyone’s: %s', (name) => {
    expect(namedBySynchroniser(`/home/awa/${name}`)).toBe(false)
  })

  it.each([
    ['.dropbox.cache', true],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', true],
    ['.tmp.drivedownload', true],
    ['.shortcut-targets-by-id', true],
    ['.sync_3f2a99b0c1d2.db', true],
    ['._sync_3f2a99b0c1d2.db', true],
    ['.owncloudsync.log', true],
    ['.stfolder', true],
    ['.SynologyWorkingDirectory', true],
    // In every home folder where Dropbox was ever installed, synchronised or not.
    ['.dropbox', false],
    ['.config', false],
    ['.sync', false],
    ['desktop.ini', false],
  ])('is known by what a program leaves in it: %s is one: %s', (entry, mark) => {
    expect(markedBySynchroniser(['a', entry])).toBe(mark)
  })

  it('is known by what OneDrive says of itself, unless it says that it is the whole home folder', () => {
    const environment = {
      OneDrive: '/home/awa/Bureau',
      OneDriveConsumer: '',
      OneDriveCommercial: '/home/awa',
    }
    expect(synchronisedRoots(environment, '/home/awa')).toEqual(['/home/awa/Bureau'])
  })
})

const owner = {
  passphrase: testOpener.passphrase,
  identity: testIdentity,
  today: '2026-03-02',
  kdf: floorParameters(),
}

describe('a vault', () => {
  it('is not made in a synchronised folder, however deep and not there yet, nor reached through a link', async () => {
    const around = temporaryFolder()
    mkdirSync(join(around, 'partage', 'notes'), { recursive: true })
    mkdirSync(join(around, 'partage', '.stfolder'))
    symlinkSync(join(around, 'partage', 'notes'), join(around, 'lien'))
    const before = stateOfFolder(join(around, 'partage'))
    for (const folder of ['partage/notes/deep/coffre', 'lien/coffre']) {
      await expect(createVault(join(around, folder), owner)).rejects.toThrow('vault.folder_synchronised')
    }
    expect(stateOfFolder(join(around, 'partage'))).toEqual(before)
  })

  it('that was moved into one is not opened there, and not touched', async () => {
    const folder = await newVault()
    const shared = join(temporaryFolder(), 'Nextcloud')
    mkdirSync(shared)
    writeFileSync(join(shared, '.sync_0123456789ab.db'), '')
    renameSync(folder, join(shared, 'coffre'))
    const before = stateOfFolder(shared)
    await expect(unlockVault(join(shared, 'coffre'), testOpener)).rejects.toThrow('vault.folder_synchronised')
    expect(stateOfFolder(shared)).toEqual(before)
  })

  it('beside a synchronised folder is like any other', async () => {
    const around = temporaryFolder()
    mkdirSync(join(around, 'Dropbox', '.dropbox.cache'), { recursive: true })
    await refuseSharedFolder(join(around, 'coffre'))
    await refuseSharedFolder('/')
  })
})
