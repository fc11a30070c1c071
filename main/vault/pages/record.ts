import { readVarint } from './tree-pages.ts'

export type StoredValue = null | number | bigint | string | Buffer

/**
 * The columns of a record (sqlite.org/fileformat2.html#record_format). Numbers that a double holds exactly are numbers.
 * @throws RangeError when it is not one
 */
export function readRecord(record: Buffer): StoredValue[] {
  const [headerSize, first] = readVarint(record, 0)
  const headerEnd = Number(headerSize)
  const values: StoredValue[] = []
  let body = headerEnd
  for (let at = first; at < headerEnd; ) {
    const [code, next] = readVarint(record, at)
    const type = Number(code)
    const length = lengthOf(type)
    if (body + length > record.length) throw new RangeError()
    values.push(readValue(record.subarray(body, body + length), type))
    body += length
    at = next
  }
  return values
}

const numberLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

function lengthOf(type: number): number {
  if (type < numberLengths.length) return numberLengths[type] ?? 0
  // 10 and 11 are reserved: no record on disk has them.
  if (type < 12) throw new RangeError()
  return (type - (type % 2 === 0 ? 12 : 13)) / 2
}

function readValue(bytes: Buffer, type: number): StoredValue {
  if (type === 0) return null
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 8 || type === 9) return type - 8
  if (type === 6) return exactly(bytes.readBigInt64BE(0))
  if (type < 7) return bytes.readIntBE(0, bytes.length)
  return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8')
}

const exactly = (value: bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value
