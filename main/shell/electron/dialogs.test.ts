import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDialogs } from './dialogs.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relais-dialogs-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function dialogs(open: unknown, save: unknown) {
  const dialog = { showOpenDialog: vi.fn(async () => open), showSaveDialog: vi.fn(async () => save) }
  const window = {} as never
  return {
    ...dialog,
    window,
    port: createDialogs({ dialog: dialog as never, window, locale: () => 'fr', documents: folder }),
  }
}

describe('the native dialogs', () => {
  it('give the folder that was chosen, or null', async () => {
    const chosen = dialogs({ canceled: false, filePaths: ['/a'] }, null)
    expect(await chosen.port.chooseFolder()).toBe('/a')
    expect(chosen.showOpenDialog).toHaveBeenCalledWith(
      chosen.window,
      expect.objectContaining({
        title: 'Choisir un dossier',
        properties: expect.arrayContaining(['openDirectory', 'dontAddToRecent']),
      }),
    )
    expect(await dialogs({ canceled: true, filePaths: [] }, null).port.chooseFolder()).toBeNull()
  })

  it('write a whole file where the person said, and suggest no more than its own name', async () => {
    const filePath = join(folder, 'chosen.relais')
    const { port, showSaveDialog } = dialogs(null, { canceled: false, filePath })
    expect(await port.saveFile({ name: '../../abc.relais', bytes: new Uint8Array([1, 2]) })).toBe(filePath)
    expect(showSaveDialog).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({
        defaultPath: join(folder, 'abc.relais'),
        properties: expect.arrayContaining(['showOverwriteConfirmation', 'dontAddToRecent']),
      }),
    )
    expect([...(await readFile(filePath))]).toEqual([1, 2])
    expect(await readdir(folder)).toEqual(['chosen.relais'])
  })

  it('write nothing any more when the vault was locked while they were open', async () => {
    const { port } = dialogs(null, { canceled: false, filePath: join(folder, 'late.pdf') })
    expect(await port.saveFile({ name: 'a.pdf', bytes: new Uint8Array(1) }, AbortSignal.abort())).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('write nothing when she changed her mind', async () => {
    const { port } = dialogs(null, { canceled: true, filePath: '' })
    expect(await port.saveFile({ name: 'a', bytes: new Uint8Array() })).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })
})
