/** The system calls by which a program gets a socket and speaks through it, and by which it starts others. */
export const socketCalls = 'socket,connect,bind,listen,sendto,sendmsg,sendmmsg,execve,clone,clone3,fork,vfork'

export interface SocketsAsked {
  /** Families of the sockets that each program asked for, by the last part of the program’s path. */
  readonly families: ReadonlyMap<string, ReadonlySet<string>>
  /** Families of the addresses that anything was bound to, connected to or sent to. */
  readonly addresses: ReadonlySet<string>
}

/** Reads what `strace -f` wrote of a program and all that it started. */
export function socketsAsked(log: string): SocketsAsked {
  const families = new Map<string, Set<string>>()
  const addresses = new Set<string>()
  /** The program that each thread runs. */
  const programs = new Map<string, string>()
  for (const line of log.split('\n')) {
    const [, thread = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const program = /^execve\("(?:[^"]*\/)?([^"/]+)"/.exec(call)?.[1]
    if (program && / = 0$/.test(call)) programs.set(thread, program)
    const started = /^(?:<\.\.\. )?(?:clone3?|v?fork)\b.* = (\d+)$/.exec(call)?.[1]
    if (started) programs.set(started, programs.get(thread) ?? 'unknown')
    const family = /^socket\((\w+)/.exec(call)?.[1]
    if (family) {
      const name = programs.get(thread) ?? 'unknown'
      families.set(name, (families.get(name) ?? new Set()).add(family))
    }
    for (const [, address = ''] of call.matchAll(/sa_family=(\w+)/g)) addresses.add(address)
  }
  return { families, addresses }
}
