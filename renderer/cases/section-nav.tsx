import { type SectionName, sectionNames } from '../../shared/cases/sections.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { SideNav, SideNavLink } from '../ui/side-nav.tsx'
import classes from './case-page.module.css'

/** The places of a case: a page to read it whole, its sections, and the trajectory. */
export const casePlaces = ['overview', ...sectionNames, 'trajectory'] as const
export type CasePlace = 'overview' | SectionName | 'trajectory'

export const isCasePlace = (name: string | undefined): name is CasePlace =>
  casePlaces.some((place) => place === name)
export const isSectionName = (place: CasePlace): place is SectionName =>
  place !== 'overview' && place !== 'trajectory'

interface SectionNavProps {
  readonly caseId: string
  readonly places: readonly CasePlace[]
  readonly current: CasePlace
  readonly filled: ReadonlySet<SectionName>
  /** Sections seen since the page opened: whether something typed waits in them. */
  readonly waiting: Readonly<Partial<Record<SectionName, boolean>>>
  readonly steps: number
}

/** Where one is in a case, and what each section holds. */
export function SectionNav({ caseId, places, current, filled, waiting, steps }: SectionNavProps) {
  const t = useWords()
  return (
    <SideNav
      label={t('cases.nav')}
      foot={t('cases.progress', { filled: filled.size, total: sectionNames.length })}
    >
      {places.map((place) => (
        <SideNavLink
          key={place}
          href={`/cases/${caseId}/${place}`}
          current={place === current ? 'page' : undefined}
        >
          <span>{t(`cases.section.${place}`)}</span>
          {isSectionName(place) && (
            <Mark caseId={caseId} name={place} filled={filled.has(place)} waiting={waiting[place]} />
          )}
          {place === 'trajectory' && (
            <span className={classes.mark}>{t('cases.mark.steps', { count: steps })}</span>
          )}
        </SideNavLink>
      ))}
    </SideNav>
  )
}

interface MarkProps {
  readonly caseId: string
  readonly name: SectionName
  readonly filled: boolean
  readonly waiting: boolean | undefined
}

function Mark({ caseId, name, filled, waiting }: MarkProps) {
  const t = useWords()
  const { data } = useAsk('drafts.get', { key: { caseId, form: name } }, { enabled: waiting === undefined })
  const state = (waiting ?? typeof data?.body === 'string') ? 'draft' : filled ? 'filled' : 'empty'
  return (
    <span className={classes.mark} data-state={state}>
      {t(`cases.mark.${state}`)}
    </span>
  )
}
