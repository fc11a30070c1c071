import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'

/** A file or folder of /proc whose process has ended meanwhile is an empty one. */
function orEmpty<T>(read: () => T, empty: T): T {
  try {
    return read()
  } catch {
    return empty
  }
}

/** The process and all that descend from it. Linux only. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = orEmpty(() => readFileSync(`/proc/${name}/stat`, 'latin1'), '')
    // The command stands in brackets and may hold spaces; the parent is the second field after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)]
  return below(root)
}

/** Whether it is done with everything, the writing of a core dump included, though its parent may not have looked yet. */
export function hasEnded(pid: number): boolean {
  const stat = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'latin1'), '')
  return stat === '' || /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
}

/** The command line and the environment a process was started with, as any program of the same user can read them. */
export const commandAndEnvironment = (pid: number): Buffer =>
  Buffer.concat(
    ['cmdline', 'environ'].map((name) =>
      orEmpty(() => readFileSync(`/proc/${pid}/${name}`), Buffer.alloc(0)),
    ),
  )

/** Every TCP and UDP socket of a process, in any state, as `tcp 0100007F:1F90 0A`. */
export function internetSockets(pid: number): string[] {
  const inodes = new Set(
    orEmpty(() => readdirSync(`/proc/${pid}/fd`), []).flatMap((fd) => {
      const target = orEmpty(() => readlinkSync(`/proc/${pid}/fd/${fd}`), '')
      return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []
    }),
  )
  return ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].flatMap((table) =>
    orEmpty(() => readFileSync(`/proc/${pid}/net/${table}`, 'latin1'), '')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => inodes.has(fields[9] ?? ''))
      .map((fields) => `${table} ${fields[1]} ${fields[3]}`),
  )
}

/** Memory that has a name like a file, and devices. */
const notOnDisk = /^(?:\/memfd:|\/dev\/|\/proc\/|\/sys\/|pipe:|socket:|anon_inode:)/

/** The files that a process has open, with their content: also those that have no name any more. */
export function openFiles(pid: number): { path: string; content: Buffer }[] {
  return orEmpty(() => readdirSync(`/proc/${pid}/fd`), []).flatMap((fd) => {
    const at = `/proc/${pid}/fd/${fd}`
    const path = orEmpty(() => readlinkSync(at), '')
    if (path === '' || notOnDisk.test(path) || !orEmpty(() => statSync(at).isFile(), false)) return []
    return [{ path, content: orEmpty(() => readFileSync(at), Buffer.alloc(0)) }]
  })
}
