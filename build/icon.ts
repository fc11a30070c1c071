import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchHeadless } from '../main/shell/preview/browser.ts'
import { projectFolder } from './run.ts'

/**
 * `node build/icon.ts`: draws `build/resources/icon.svg` in every size and wraps it in each system's own format. Its results
 * are in the project, so that packaging needs neither a browser nor a converter.
 */
const resources = join(projectFolder, 'build', 'resources')

/** Those of the freedesktop icon theme. */
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const
const windowsSizes = [16, 24, 32, 48, 64, 128, 256] as const
/** Apple's names for pictures that are PNG inside, by size in pixels. */
const appleTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const

type Drawings = ReadonlyMap<number, Buffer>

async function draw(sizes: readonly number[]): Promise<Drawings> {
  const svg = readFileSync(join(resources, 'icon.svg'), 'utf8')
  const browser = await launchHeadless()
  try {
    const page = await browser.newPage()
    const drawings = new Map<number, Buffer>()
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
      drawings.set(size, await page.screenshot({ omitBackground: true }))
    }
    return drawings
  } finally {
    await browser.close()
  }
}

const pictureOf = (drawings: Drawings, size: number): Buffer => drawings.get(size) ?? Buffer.alloc(0)

/** Windows: a directory of pictures, then the pictures (PNG is allowed since Vista). A size of 256 is written as 0. */
function ico(drawings: Drawings): Buffer {
  const pictures = windowsSizes.map((size) => pictureOf(drawings, size))
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index
    const size = (windowsSizes[index] ?? 0) % 256
    header.writeUInt8(size, at)
    header.writeUInt8(size, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(picture.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += picture.length
  }
  return Buffer.concat([header, ...pictures])
}

/** macOS: `icns` and the whole length, then for each picture its type, its length and itself. */
function icns(drawings: Drawings): Buffer {
  const block = (type: string, content: Buffer): Buffer => {
    const header = Buffer.alloc(8)
    header.write(type, 'latin1')
    header.writeUInt32BE(content.length + 8, 4)
    return Buffer.concat([header, content])
  }
  const pictures = appleTypes.map(([type, size]) => block(type, pictureOf(drawings, size)))
  return block('icns', Buffer.concat(pictures))
}

if (import.meta.main) {
  const drawings = await draw([...new Set([...linuxSizes, ...appleTypes.map(([, size]) => size)])])
  for (const size of linuxSizes) {
    writeFileSync(join(resources, 'icons', `${size}x${size}.png`), pictureOf(drawings, size))
  }
  writeFileSync(join(resources, 'icon.ico'), ico(drawings))
  writeFileSync(join(resources, 'icon.icns'), icns(drawings))
}
