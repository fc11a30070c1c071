import { describe, expect, it } from 'vitest'
import { emptySection } from '../../../shared/cases/sections.ts'
import { typedTrafficking, withCode } from './carry-codes.ts'

const nothing = emptySection('trafficking')

describe('a code carried from the signs', () => {
  it('is ticked once, however often it is carried', () => {
    const once = withCode(nothing, 'acts', 'recruitment')
    expect(once.acts).toEqual(['recruitment'])
    expect(withCode(once, 'acts', 'recruitment')).toEqual(once)
  })

  it('takes nothing away that was there', () => {
    const had = { ...nothing, acts: ['transfer'], controls: ['threats'] }
    expect(withCode(had, 'acts', 'recruitment')).toEqual({ ...had, acts: ['transfer', 'recruitment'] })
  })
})

describe('a draft that waits in the other section', () => {
  it('is found as its form left it, also by an earlier version', () => {
    const kept = JSON.stringify({ body: { acts: ['transfer'] }, seen: [] })
    expect(typedTrafficking(kept)).toEqual({ body: { ...nothing, acts: ['transfer'] }, seen: [] })
    expect(typedTrafficking(null)).toBeNull()
  })

  it('is never taken for an empty one because it can’t be read', () => {
    expect(() => typedTrafficking('{"body":{"fromLater":true},"seen":[]}')).toThrow()
    expect(() => typedTrafficking('{')).toThrow()
  })
})
