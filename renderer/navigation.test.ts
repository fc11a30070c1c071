import { describe, expect, it } from 'vitest'
import { isAt, places } from './navigation.ts'

const marked = (location: string) => places.filter(({ path }) => isAt(path, location)).map(({ path }) => path)

describe('the side bar', () => {
  it('marks exactly one place, wherever one is', () => {
    expect(marked('/')).toEqual(['/today'])
    expect(marked('/meetings')).toEqual(['/today'])
    expect(marked('/cases/5f0c/send')).toEqual(['/cases'])
    expect(marked('/members')).toEqual(['/members'])
    expect(marked('/recovery/check')).toEqual(['/settings'])
  })

  it('does not take a place whose name merely begins the same for it', () => {
    expect(isAt('/cases', '/casesold')).toBe(false)
  })
})
