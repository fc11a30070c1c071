import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptySection, type SectionBody } from '../../shared/cases/sections.ts'
import { back, type EditHistory, forth, noHistory, record } from './edit-history.ts'

type Wishes = SectionBody<'wishes'>
const empty = emptySection('wishes')
const contact = (note: string) => ({
  id: '0b0e7c5e-1f57-4f7b-8f0e-6b5b2d1c9a10',
  who: 'friend',
  means: [],
  safety: null,
  when: '',
  note,
})

/** Goes through bodies as an edit does, `gap` milliseconds from one to the next. */
function through(bodies: readonly Wishes[], gap = 100): EditHistory<Wishes> {
  return bodies
    .slice(1)
    .reduce<EditHistory<Wishes>>(
      (history, body, index) => record(history, bodies[index] ?? body, body, index * gap),
      noHistory,
    )
}

const typed = (text: string): Wishes[] =>
  [...text].map((_, index) => ({ ...empty, wishes: text.slice(0, index + 1) }))

describe('stepping back through an edit', () => {
  it('takes back what was just typed, and not what was there before the pause', () => {
    const [first, later] = [typed('Dormir'), typed('Dormir ici').slice(6)]
    let history = through([empty, ...first])
    history = record(history, { ...empty, wishes: 'Dormir' }, later[0] ?? empty, 60_000)
    expect(back(history, later[0] ?? empty)?.step).toEqual({
      body: { ...empty, wishes: 'Dormir' },
      field: 'wishes',
    })
  })

  it('takes back a paste by itself', () => {
    const before = { ...empty, wishes: 'Avant' }
    const history = through([empty, before, { ...before, wishes: 'Avant, puis beaucoup de mots' }])
    expect(back(history, empty)?.step.body).toEqual(before)
  })

  it('brings back an item that was removed, in its place and as it was', () => {
    const had = { ...empty, contacts: [contact('Le matin')] }
    const history = through([empty, had, empty])
    expect(back(history, empty)?.step).toEqual({ body: had, field: 'contacts' })
  })

  it('comes all the way back and all the way forth, whatever was done', () => {
    const body = fc.record({
      wishes: fc.string({ maxLength: 3 }),
      safeContacts: fc.string({ maxLength: 3 }),
      contacts: fc.array(fc.string({ maxLength: 2 }).map(contact), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 20 }), fc.nat(5000), (bodies, gap) => {
        const [start, end] = [bodies[0] as Wishes, bodies.at(-1) as Wishes]
        let [history, now] = [through(bodies, gap), end]
        for (let step = back(history, now); step; step = back(history, now)) {
          history = step.history
          now = step.step.body
        }
        expect(now).toEqual(start)
        for (let step = forth(history, now); step; step = forth(history, now)) {
          history = step.history
          now = step.step.body
        }
        expect(now).toEqual(end)
      }),
    )
  })

  it('goes forth no more once something new was written', () => {
    const undone = back(through([empty, { ...empty, wishes: 'Un mot' }]), empty)
    const history = record(undone?.history ?? noHistory, empty, { ...empty, wishes: 'x' }, 0)
    expect(forth(history, empty)).toBeNull()
  })

  it('keeps a bounded number of steps', () => {
    const bodies = Array.from({ length: 500 }, (_, index) => ({ ...empty, wishes: `${index}`.repeat(9) }))
    expect(through(bodies, 3000).past).toHaveLength(100)
  })
})
