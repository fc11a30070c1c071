import { expect, it } from 'vitest'
import { consentWords } from '../../shared/documents/consent-words.ts'
import english from './messages.en.json' with { type: 'json' }
import french from './messages.fr.json' with { type: 'json' }

it('are those of the screen: nobody reads another promise on paper', () => {
  for (const [id, words] of Object.entries(consentWords)) {
    expect(french).toHaveProperty([id], words.fr)
    expect(english).toHaveProperty([id], words.en)
  }
})
