import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codesOf } from '../shared/vocab/code-list.ts'
import { type StepState, stepStates } from '../shared/vocab/referral.ts'
import { stepTransitions } from '../shared/vocab/transitions.ts'

/**
 * `node build/step-diagram.ts`: draws the life of a referral step into `docs/referrals.md`, between its marks, as Mermaid and
 * as a table for those who can't see it. The rest of the page is written by hand.
 */
export const referralsFile = fileURLToPath(new URL('../docs/referrals.md', import.meta.url))

const states = codesOf<StepState>(stepStates)
const [start, end] = ['<!-- diagram -->', '<!-- end of diagram -->']

export function withDiagram(page: string): string {
  const [before, rest] = page.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`no ${start} … ${end} in the page`)
  return `${before}${start}\n${diagram()}\n\n${table()}\n${end}${after}`
}

function diagram(): string {
  const names = states.map((state) => `    state "${stepStates[state].fr}" as ${state}`)
  const arrows = states.flatMap((from) =>
    stepTransitions[from].length === 0
      ? [`    ${from} --> [*]`]
      : stepTransitions[from].map(({ to, reasons }) => `    ${from} --> ${to}${reasons ? ': raison' : ''}`),
  )
  return ['```mermaid', 'stateDiagram-v2', ...names, `    [*] --> ${states[0]}`, ...arrows, '```'].join('\n')
}

function table(): string {
  const rows = states.map((from) => {
    const ways = stepTransitions[from].map(({ to, reasons }) => `\`${to}\`${reasons ? ' (reason)' : ''}`)
    const { fr, en } = stepStates[from]
    return `| \`${from}\` | ${fr} | ${en} | ${ways.join(', ') || '– (an end)'} |`
  })
  return ['| state | French | English | may go to |', '|---|---|---|---|', ...rows].join('\n')
}

if (import.meta.main) writeFileSync(referralsFile, withDiagram(readFileSync(referralsFile, 'utf8')))
