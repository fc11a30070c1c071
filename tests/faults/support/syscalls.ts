import { deserialize } from 'node:v8'
import { Disk, pathBelow, type Step } from './disk.ts'

/** The system calls that change a disk, and those by which a file is named or a message sent. */
export const tracedCalls =
  'openat,open,creat,close,write,pwrite64,writev,pwritev,pwritev2,sendmsg,ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,lseek,copy_file_range,sendfile,ioctl,dup,dup2,dup3'

/** Where a forked Node process finds its channel to the parent. */
const channelDescriptor = 3

interface Opened {
  readonly handle: number
  readonly path: string
  position: number
  readonly appends: boolean
}

/**
 * Reads what `strace -f -xx` wrote of one process and its threads.
 * @param root only what happens below this folder counts
 * @throws for a call that changes the disk in a way not known here: nothing may be passed over
 */
export function stepsOf(log: string, root: string, before: string): Step[] {
  const steps: Step[] = []
  const disk = Disk.of(before)
  const opened = new Map<number, Opened>()
  let handles = 0

  const take = (step: Step): void => {
    steps.push(step)
    disk.apply(step)
  }
  const below = (path: string, folder = 'AT_FDCWD'): string | null => {
    if (path.startsWith('/')) return pathBelow(root, path)
    const at = opened.get(Number(folder))
    return at ? `${at.path}/${path}` : null
  }
  const write = (file: Opened, at: number, bytes: Buffer): void => {
    take({ kind: 'write', handle: file.handle, at, bytes })
  }

  for (const { name, args, result } of calls(log)) {
    if (result < 0) continue
    const texts = stringsIn(args)
    const fields = fieldsOf(args)
    const descriptor = Number(fields[0])
    const file = opened.get(descriptor)
    const path = texts[0]?.toString() ?? ''
    switch (name) {
      case 'openat':
      case 'open':
      case 'creat': {
        const place = below(path, fields[0])
        const flags = name === 'creat' ? 'O_CREAT|O_TRUNC' : args
        opened.delete(result)
        if (place === null) break
        handles += 1
        const appends = flags.includes('O_APPEND')
        opened.set(result, { handle: handles, path: place, position: 0, appends })
        take({ kind: 'open', handle: handles, path: place, truncate: flags.includes('O_TRUNC') })
        break
      }
      case 'close':
        opened.delete(descriptor)
        break
      case 'dup':
      case 'dup2':
      case 'dup3':
        if (file) throw new Error('a file of the vault was given a second descriptor')
        break
      case 'lseek':
        if (file) file.position = result
        break
      case 'sendmsg':
      case 'write':
      case 'writev': {
        const bytes = Buffer.concat(texts).subarray(0, result)
        if (descriptor === channelDescriptor) for (const said of messagesIn(bytes)) take(said)
        if (!file) break
        const at = file.appends ? disk.sizeOf(file.path) : file.position
        write(file, at, bytes)
        file.position = at + result
        break
      }
      case 'pwrite64':
        if (file) write(file, Number(fields[3]), Buffer.concat(texts).subarray(0, result))
        break
      case 'pwritev':
        if (file) write(file, Number(fields.at(-1)), Buffer.concat(texts).subarray(0, result))
        break
      case 'ftruncate':
        if (file) take({ kind: 'resize', handle: file.handle, length: Number(fields[1]) })
        break
      case 'fsync':
      case 'fdatasync':
        if (file) take({ kind: 'sync', handle: file.handle })
        break
      case 'copy_file_range':
      case 'sendfile': {
        const [from, to] =
          name === 'sendfile' ? [opened.get(Number(fields[1])), file] : [file, opened.get(Number(fields[2]))]
        if (!to) break
        if (!from) throw new Error('a file from elsewhere was copied in')
        write(
          to,
          to.position,
          Buffer.from(disk.contentOf(from.path).subarray(from.position, from.position + result)),
        )
        to.position += result
        from.position += result
        break
      }
      case 'rename':
      case 'renameat':
      case 'renameat2': {
        const [from, to] = [below(path), below(texts[1]?.toString() ?? '')]
        if (from === null && to === null) break
        if (from === null || to === null) throw new Error('a file was moved in or out')
        take({ kind: 'rename', from, to })
        break
      }
      case 'unlink':
      case 'unlinkat':
      case 'rmdir': {
        const place = below(path, fields[0])
        if (place !== null) take({ kind: 'remove', path: place })
        break
      }
      case 'mkdir':
      case 'mkdirat': {
        const place = below(path, fields[0])
        if (place !== null) take({ kind: 'mkdir', path: place })
        break
      }
      case 'ioctl':
        if (file && /FICLONE/.test(args)) throw new Error('a file was cloned')
        break
      default:
        if (file || (texts.length > 0 && below(path) !== null)) throw new Error(`not known here: ${name}`)
    }
  }
  return steps
}

/** The calls of all threads, each when it returned. */
function* calls(log: string): Generator<{ name: string; args: string; result: number }> {
  const unfinished = new Map<string, string>()
  for (const line of log.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const begun = /^(.*) <unfinished \.\.\.>$/.exec(rest)
    if (begun) {
      unfinished.set(thread, begun[1] ?? '')
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    const whole = resumed ? `${unfinished.get(thread) ?? ''}${resumed[1]}` : rest
    const call = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(whole)
    if (call) yield { name: call[1] ?? '', args: call[2] ?? '', result: Number(call[3]) }
  }
}

/** Every string among the arguments; each byte stands as `\x..`. */
const stringsIn = (args: string): Buffer[] =>
  [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = '']) =>
    Buffer.from(text.replaceAll('\\x', ''), 'hex'),
  )

/** The arguments, without what is in strings. */
const fieldsOf = (args: string): string[] => args.replace(/"[^"]*"/g, '""').split(', ')

/** Node's own framing: four bytes of length, then V8's format. */
function messagesIn(bytes: Buffer): Step[] {
  const said: Step[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4 + bytes.readUInt32BE(at)) {
    const message = deserialize(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at)))
    if (message?.type === 'reply') said.push({ kind: 'said', id: message.id, ok: message.reply.ok })
  }
  return said
}
