import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VaultRequest } from '../../../shared/vault/messages.ts'

/** Stands in for the vault process and writes a file over in place: what the power cuts of the tests must catch. */
process.on('message', (request: VaultRequest) => {
  if (request.type === 'end') process.exit(0)
  const { folder } = request.input as { folder: string }
  writeFileSync(join(folder, 'file'), 'new content')
  process.send?.({ type: 'reply', id: request.id, reply: { ok: true, out: {} } })
})
