import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linuxSizes } from './icon.ts'
import { projectFolder } from './run.ts'

const resource = (name: string): Buffer => readFileSync(join(projectFolder, 'build', 'resources', name))

/** Width and height of a PNG, as its first chunk tells. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe('the icon of Relais', () => {
  it.each(linuxSizes)('is there for Linux in %i pixels', (size) => {
    expect(sizeOf(resource(`icons/${size}x${size}.png`))).toEqual([size, size])
  })

  it('is there for Windows in the sizes that a desktop asks for', () => {
    const ico = resource('icon.ico')
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1])
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index
      const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)]
      const [width, height] = sizeOf(ico.subarray(offset, offset + length))
      expect([ico.readUInt8(at), ico.readUInt8(at + 1)]).toEqual([width % 256, height % 256])
      return width
    })
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  it('is there for macOS, up to the size for a fine screen', () => {
    const icns = resource('icon.icns')
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const sizes: number[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      sizes.push(sizeOf(icns.subarray(at + 8))[0])
    }
    expect(sizes).toEqual([16, 32, 64, 128, 256, 512, 1024, 32, 64, 256, 512])
  })
})
