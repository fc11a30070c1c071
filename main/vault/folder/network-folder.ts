/** File systems of the kernel, and those run by a program (`fuse.…`), whose files are on another machine. */
export const networkFileSystems: ReadonlySet<string> = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  '9p',
  'afs',
  'ceph',
  'coda',
  'glusterfs',
  'lustre',
  'ncpfs',
  'davfs',
  // What a virtual machine is lent of the machine it runs on.
  'vboxsf',
  'vmhgfs',
  'prl_fs',
  'fuse.vmhgfs-fuse',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.gvfsd-fuse',
  'fuse.kio-fuse',
  'fuse.davfs2',
  'fuse.curlftpfs',
  'fuse.smbnetfs',
  'fuse.glusterfs',
  'fuse.ceph',
  'fuse.s3fs',
  'fuse.gcsfuse',
  'fuse.onedriver',
  'fuse.google-drive-ocamlfuse',
])

/**
 * The type of the file system that `folder` lies in.
 * @param mountinfo of /proc/self/mountinfo (man 5 proc_pid_mountinfo): where it is mounted is the fifth word of a line,
 *   its type the first one after a lone hyphen
 */
export function mountOf(folder: string, mountinfo: string): string | null {
  let longest = ''
  let type: string | null = null
  for (const line of mountinfo.split('\n')) {
    const words = line.split(' ')
    const place = unescaped(words[4] ?? '')
    const kind = words[words.indexOf('-', 6) + 1]
    // Of two at the same place, the one mounted last hides the other.
    if (place === '' || !kind || !isWithin(folder, place) || place.length < longest.length) continue
    longest = place
    type = kind
  }
  return type
}

/** Spaces and backslashes are written in octal there. */
const unescaped = (word: string): string =>
  word.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

const isWithin = (folder: string, place: string): boolean =>
  place === '/' || folder === place || folder.startsWith(`${place}/`)

/** On Windows, following a mapped drive ends in `\\server\share`. */
export const isNetworkPath = (real: string, platform: NodeJS.Platform): boolean =>
  platform === 'win32' && /^\\\\(?![?.]\\[A-Za-z]:)/.test(real)
