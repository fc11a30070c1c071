import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { code } from '../fields.ts'
import { codesOf } from '../vocab/code-list.ts'
import { services } from '../vocab/services.ts'
import { sectionCodes, unknownCodeField } from './section-codes.ts'
import { emptySection, type NamedSection, namedSection, sectionNames, sections } from './sections.ts'

/** The paths of every field that holds a code, as the schema of a section has them. */
function codePaths(schema: unknown, path: readonly string[] = []): string[] {
  if (schema === code) return [path.join('.')]
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => codePaths(field, [...path, name]))
  }
  if (schema instanceof z.ZodArray) return codePaths(schema.element, path)
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodPrefault) {
    return codePaths(schema.unwrap(), path)
  }
  return []
}

const profile = (body: object): NamedSection =>
  namedSection.parse({ name: 'profile', body: { ...emptySection('profile'), ...body } })

describe('the codes of a section', () => {
  it.each(sectionNames)('of %s come each from a list, and none is forgotten', (name) => {
    expect(Object.keys(sectionCodes[name]).sort()).toEqual(codePaths(sections[name]).sort())
  })

  it('may all be chosen by somebody who has chosen none before', () => {
    const items = codesOf(services).map((service) => ({ id: crypto.randomUUID(), service }))
    expect(unknownCodeField(namedSection.parse({ name: 'services', body: { items } }), [])).toBeNull()
    expect(unknownCodeField(profile({ region: '06', languages: ['french'] }), [])).toBeNull()
  })

  it('name the field, and never the code, when one is in no list', () => {
    expect(unknownCodeField(profile({ region: 'unheard_of' }), [])).toBe('region')
    const consents = namedSection.parse({
      name: 'consents',
      body: {
        items: [
          {
            id: crypto.randomUUID(),
            purpose: 'committee_review',
            givenBy: 'person',
            givenOn: '2026-03-01',
            withheld: [{ sections: ['risk', 'unheard_of'] }],
          },
        ],
      },
    })
    expect(unknownCodeField(consents, [])).toBe('items.withheld.sections')
  })

  it('stay where they stood, and can’t be moved into another field or another section', () => {
    const kept = profile({ languages: ['unheard_of'] })
    expect(unknownCodeField(profile({ languages: ['unheard_of', 'french'] }), [kept.body])).toBeNull()
    expect(unknownCodeField(profile({ gender: 'unheard_of' }), [kept.body])).toBe('gender')
  })

  it('that are a name every object has are not taken for known', () => {
    for (const name of ['constructor', 'toString', 'valueOf', '__proto__']) {
      if (!code.safeParse(name).success) continue
      expect(unknownCodeField(profile({ gender: name }), [])).toBe('gender')
    }
  })

  it('of whatever was kept can be kept again, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9_]{1,64}$/),
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/)),
        (one, many) => {
          const kept = profile({ gender: one, languages: many })
          expect(unknownCodeField(kept, [profile({}).body, kept.body])).toBeNull()
        },
      ),
    )
  })
})
