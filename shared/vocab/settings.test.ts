import { expect, it } from 'vitest'
import { codesOf } from './code-list.ts'
import { settings } from './settings.ts'
import { sectors } from './trafficking.ts'

it('has all of Polaris’s twenty-five types', () => {
  expect(codesOf(settings)).toHaveLength(25)
})

it('lies on the axes of its sectors, and on no other', () => {
  for (const code of codesOf(settings)) {
    const setting = settings[code]
    const axes = setting.sectors.map((sector) =>
      sectors[sector].ctdc?.startsWith('typeOfSex') ? 'sexual' : 'labour',
    )
    expect([...new Set(axes)], code).toEqual(setting.axes)
  }
})
