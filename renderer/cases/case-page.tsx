import { Button, Text } from '@mantine/core'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Link, useLocation, useRoute } from 'wouter'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import type { NamedSection, SectionName } from '../../shared/cases/sections.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Trajectory } from '../referrals/trajectory.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { BesideNav } from '../ui/side-nav.tsx'
import { CaseActions, CaseFacts, isMine } from './case-header.tsx'
import { CaseOverview } from './case-overview.tsx'
import classes from './case-page.module.css'
import { CaseStanding } from './case-standing.tsx'
import { ageOf, ageUnknown } from './fields/fields.ts'
import { SectionForm } from './section-form.tsx'
import { type CasePlace, casePlaces, isCasePlace, isSectionName, SectionNav } from './section-nav.tsx'
import { isEmptySection, versionsOf } from './section-state.ts'
import { SimilarNotice } from './similar/similar-notice.tsx'
import { useCase } from './use-case.ts'
import { useFresh } from './use-fresh.ts'

/** One case: hers to write, a colleague's to read, or one that nobody has saved yet. */
export function CasePage({ caseId }: { caseId: string }) {
  const t = useWords()
  const known = useCase(caseId)
  const back = { to: '/cases', label: t('cases.title') }
  if (known.is === 'coming') return null
  if (known.is === 'failed') {
    return (
      <Page title={t('cases.title')} back={back}>
        <ErrorNotice error={known.error} />
      </Page>
    )
  }
  const view = known.is === 'there' ? known.view : null
  return (
    <Page
      title={view?.code ?? t('cases.new')}
      back={back}
      actions={view && isMine(view) && <CaseActions view={view} />}
    >
      {view ? <CaseFacts view={view} /> : <Text mb="lg">{t('cases.newCode')}</Text>}
      {view && <CaseStanding view={view} />}
      {view && !isMine(view) ? <CaseToRead view={view} /> : <OwnCase caseId={caseId} view={view} />}
    </Page>
  )
}

/** A colleague's case, or one of hers that is on its way to someone. */
function CaseToRead({ view }: { view: CaseView }) {
  const { data } = useAsk('referrals.list', { caseId: view.id })
  return (
    <div className={classes.theirs}>
      <SimilarNotice caseId={view.id} />
      <CaseOverview view={view} steps={data?.steps ?? []} />
    </div>
  )
}

function OwnCase({ caseId, view }: { caseId: string; view: CaseView | null }) {
  const t = useWords()
  const place = usePlace(caseId, view)
  const [waiting, setWaiting] = useState<Partial<Record<SectionName, boolean>>>({})
  const note = useCallback(
    (name: SectionName, waits: boolean) => setWaiting((now) => ({ ...now, [name]: waits })),
    [],
  )
  useFresh('drafts.get')
  const { data } = useAsk('referrals.list', { caseId }, { keepLast: true })
  const steps = data?.steps ?? []
  const sections = view?.sections ?? []
  const [profile] = versionsOf(sections, 'profile')
  const places = view ? casePlaces : casePlaces.filter((one) => one !== 'overview')
  return (
    <BesideNav
      nav={
        <SectionNav
          caseId={caseId}
          places={places}
          current={place}
          filled={filledSections(view)}
          waiting={waiting}
          steps={steps.length}
        />
      }
    >
      {view && (place === 'overview' || place === 'profile') && <SimilarNotice caseId={caseId} />}
      {place === 'overview' && view && <CaseOverview view={view} steps={steps} />}
      {isSectionName(place) && (
        <SectionForm
          key={place}
          caseId={caseId}
          name={place}
          versions={versionsOf(sections, place)}
          age={profile ? ageOf(profile.body) : ageUnknown}
          onWaiting={note}
          isNew={view === null}
          next={<NextPlace caseId={caseId} after={place} />}
        />
      )}
      {place === 'trajectory' &&
        (view ? (
          <Trajectory
            caseId={caseId}
            steps={data ? steps : null}
            consents={versionsOf(sections, 'consents').flatMap(({ body }) => body.items)}
          />
        ) : (
          <Text>{t('cases.trajectoryAfterSave')}</Text>
        ))}
    </BesideNav>
  )
}

function filledSections(view: CaseView | null): ReadonlySet<SectionName> {
  const written = view?.sections.filter((section) => !isEmptySection(section as NamedSection)) ?? []
  return new Set(written.map(({ name }) => name))
}

/** Where one is in the case: always in the address, so that a lock comes back to the very section. */
function usePlace(caseId: string, view: CaseView | null): CasePlace {
  const [, go] = useLocation()
  const [isHere, params] = useRoute('/cases/:id/:place?')
  const named = isCasePlace(params?.place) ? params.place : null
  const place = named ?? (view ? 'overview' : 'wishes')
  // Before anything of the case is seen, and never once one has left: it would take the place of where one has gone back to,
  // an address that this may read before the page is told to go.
  useLayoutEffect(() => {
    if (isHere && !named) go(`/cases/${caseId}/${place}`, { replace: true })
  }, [isHere, named, go, caseId, place])

  // Going from one section to another, its title takes the focus as a page's does on arrival.
  const shown = useRef(place)
  useEffect(() => {
    if (shown.current === place) return
    shown.current = place
    window.scrollTo(0, 0)
    document.getElementById('section-title')?.focus({ preventScroll: true })
  }, [place])
  return place
}

function NextPlace({ caseId, after }: { caseId: string; after: SectionName }) {
  const t = useWords()
  const next = casePlaces[casePlaces.indexOf(after) + 1] ?? 'trajectory'
  return (
    <Button component={Link} href={`/cases/${caseId}/${next}`} variant="default">
      {t('cases.next', { section: t(`cases.section.${next}`) })}
    </Button>
  )
}
