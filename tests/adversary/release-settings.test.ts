import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../build/run.ts'
import { appId } from '../../main/shell/electron/start.ts'

describe('the checks on a public forge', () => {
  it('can write nothing there, keep no token, and run no action that someone may move', async () => {
    const workflows = await readdir(join(projectFolder, '.github/workflows'))
    expect(workflows).toEqual(['check.yml'])
    const text = await readFile(join(projectFolder, '.github/workflows/check.yml'), 'utf8')
    expect(text.match(/^\s*permissions:\n\s+.*$/gm)).toEqual(['permissions:\n  contents: read'])
    expect(text).not.toMatch(/\bwrite\b|secrets\.|pull_request_target/)
    const actions = text.match(/\buses: .*/g) ?? []
    expect(actions).toHaveLength(4)
    for (const action of actions)
      expect(action).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    expect(text.match(/persist-credentials: false/g)).toHaveLength(2)
  })
})

describe('what is asked of the packager', () => {
  it('installs for one person without an administrator, hardened where that is asked for, and takes no vault away', async () => {
    const settings = await readFile(join(projectFolder, 'electron-builder.yml'), 'utf8')
    const chapters = Object.fromEntries(
      settings.split(/^(?=[a-z])/im).map((chapter) => [chapter.split(':')[0], chapter.split('\n')]),
    )
    for (const [chapter, ...lines] of [
      ['linux', 'target: [deb, AppImage]'],
      ['win', 'target: [nsis]'],
      ['nsis', 'perMachine: false', 'allowElevation: false', 'deleteAppDataOnUninstall: false'],
      ['mac', 'target: [dmg]', 'hardenedRuntime: true'],
    ] as const) {
      expect(chapters[chapter], chapter).toEqual(expect.arrayContaining(lines.map((line) => `  ${line}`)))
    }
  })

  it('is the same application for the system as for the packager', async () => {
    const settings = await readFile(join(projectFolder, 'electron-builder.yml'), 'utf8')
    expect(settings).toContain(`appId: ${appId}\n`)
  })
})
