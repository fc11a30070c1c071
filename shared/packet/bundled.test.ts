import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build, type Rolldown } from 'vite'
import { expect, it } from 'vitest'

const SOURCE = fileURLToPath(new URL('nacl.ts', import.meta.url))

it('random keys come from the runtime once the code is bundled, where tweetnacl alone finds no generator', async () => {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: SOURCE, write: false },
  })) as Rolldown.RolldownOutput
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'))
  try {
    const file = join(folder, 'nacl.mjs')
    // Without a `require`, as in a sandboxed or browser bundle.
    await writeFile(file, output.output[0].code.replaceAll('createRequire(import.meta.url)', 'undefined'))
    const script = `import('${pathToFileURL(file)}').then(({ nacl }) => console.log(nacl.randomBytes(70000).some((b) => b > 0)))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
    expect(stdout).toBe('true\n')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
