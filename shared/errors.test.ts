import { describe, expect, it } from 'vitest'
import { ERROR_CODES, fromWire, isRelaisError, RelaisError, toWire } from './errors.ts'

describe('a refusal', () => {
  it('says no more than its code', () => {
    const error = new RelaisError('packet.altered')
    expect(error.message).toBe('packet.altered')
    expect(String(error)).toBe('RelaisError: packet.altered')
    expect(isRelaisError(error, 'packet.altered')).toBe(true)
    expect(isRelaisError(error, 'packet.expired')).toBe(false)
  })

  it('keeps numbers and short tokens, and drops anything that could be case text', () => {
    const error = new RelaisError('packet.expired', {
      expires: '2026-01-02',
      count: 3,
      text: 'She lives at 12 rue X',
      long: 'a'.repeat(65),
    })
    expect(error.params).toEqual({ expires: '2026-01-02', count: 3 })
  })

  it('crosses a process boundary and comes back the same', () => {
    for (const code of ERROR_CODES) {
      const back = fromWire(JSON.parse(JSON.stringify(toWire(new RelaisError(code, { n: 1 })))))
      expect(back).toBeInstanceOf(RelaisError)
      expect(toWire(back)).toEqual({ code, params: { n: 1 } })
    }
  })

  it('never carries the message of an error that was not foreseen', () => {
    const wire = toWire(new Error('UNIQUE constraint failed: cases.summary = "…"'))
    expect(wire).toEqual({ code: 'app.unexpected', params: {} })
  })

  it.each([
    undefined,
    null,
    'packet.altered',
    {},
    { code: 3 },
    { code: 'packet.invented' },
    { code: 'toString' },
  ])('reads anything that is not one of its codes as unexpected (%j)', (wire) => {
    expect(fromWire(wire).code).toBe('app.unexpected')
  })

  it('drops unsafe parameters that another process sent', () => {
    const error = fromWire({
      code: 'packet.expired',
      params: { expires: '2026-01-02', word: 'two words', deep: {} },
    })
    expect(error.params).toEqual({ expires: '2026-01-02' })
    expect(fromWire({ code: 'packet.expired', params: 'text' }).params).toEqual({})
  })

  it('has every code once, in the form feature.reason', () => {
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length)
    for (const code of ERROR_CODES) expect(code).toMatch(/^[a-z]+\.[a-z_]+$/)
  })
})
