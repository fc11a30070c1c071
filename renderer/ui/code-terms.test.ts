import { expect, it } from 'vitest'
import { codeList } from '../../shared/vocab/code-list.ts'
import { termsOffered } from './code-terms.ts'

const list = codeList('Test', {
  calm: { fr: 'Calme', en: 'Calm' },
  gone: { fr: 'Parti', en: 'Gone', retired: true },
  clear: { fr: 'Clair', en: 'Clear' },
})

it('offers the terms of the list, and none that was retired', () => {
  expect(termsOffered(list, [])).toEqual(['calm', 'clear'])
  expect(termsOffered(list, ['calm'])).toEqual(['calm', 'clear'])
})

it('goes on showing what was chosen although the list has retired it or never had it', () => {
  expect(termsOffered(list, ['gone', 'from_later', 'calm', 'gone'])).toEqual([
    'calm',
    'clear',
    'gone',
    'from_later',
  ])
})

it('takes a code named like something every object has for a code it does not know', () => {
  expect(termsOffered(list, ['constructor'])).toEqual(['calm', 'clear', 'constructor'])
})
