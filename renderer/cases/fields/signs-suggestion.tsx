import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { type Suggested, suggestionFrom } from '../../../shared/cases/suggestion.ts'
import type { CodeList } from '../../../shared/vocab/code-list.ts'
import { indicators } from '../../../shared/vocab/indicators.ts'
import { acts, means, purposes } from '../../../shared/vocab/palermo.ts'
import { controls } from '../../../shared/vocab/trafficking.ts'
import { useLabels, useLocale, useWords } from '../../i18n/words.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import type { CarriedField } from './carry-codes.ts'
import { type FormPlace, knownMajority, type PersonAge } from './fields.ts'
import classes from './signs-suggestion.module.css'
import { useCarry } from './use-carry.ts'

const lists: Readonly<Record<CarriedField, CodeList>> = { acts, means, purposes, controls }
const fields = ['acts', 'means', 'purposes', 'controls'] as const

interface SignsSuggestionProps {
  readonly signs: readonly string[]
  readonly age: PersonAge
  readonly place: FormPlace
}

/**
 * What the signs bring to mind, each code with the signs behind it. A suggestion and never a verdict: nothing is ticked
 * anywhere unless she presses for that very code, and then only in a draft that she still has to read and save.
 */
export function SignsSuggestion({ signs, age, place }: SignsSuggestionProps) {
  const t = useWords()
  const label = useLabels()
  const titleId = useId()
  const { current, error, carry } = useCarry(place)
  const [said, setSaid] = useState('')
  // What counts is her age at the time of the facts, where it is noted.
  const then = knownMajority(current.majorityAtExploitation)
  const majority = then === 'unknown' ? age.majority : then
  const suggestion = suggestionFrom(signs, majority)
  // Not said of somebody whose age nobody has noted: that she is a minor would be a verdict.
  const isAgeOpen = majority === 'unknown' && suggestionFrom(signs, 'adult').meansNeeded
  const take = (field: CarriedField, code: string): void => {
    carry(field, code)
    setSaid(t('cases.indicators.carried', { term: label(lists[field], code) }))
  }
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Stack gap="md">
        <div>
          <Title order={3} size="h4" id={titleId}>
            {t('cases.indicators.suggestion')}
          </Title>
          <Text role="status">{t(`cases.indicators.leaning.${suggestion.leaning}`)}</Text>
          <Text size="sm" c="dimmed" mt={4}>
            {t('cases.indicators.neverVerdict')}
          </Text>
        </div>
        {suggestion.leaning !== 'none' && !suggestion.meansNeeded && (
          <Text size="sm">
            {t(isAgeOpen ? 'cases.indicators.meansIfAdult' : 'cases.indicators.meansNotNeeded')}
          </Text>
        )}
        {fields
          .filter((field) => suggestion[field].length > 0)
          .map((field) => (
            <SuggestedCodes
              key={field}
              title={t(`cases.indicators.may.${field}`)}
              list={lists[field]}
              suggested={suggestion[field]}
              ticked={current[field]}
              onTake={(code) => take(field, code)}
            />
          ))}
        <ErrorNotice error={error} />
        <Text size="sm" role="status" className={classes.said}>
          {error === null ? said : ''}
        </Text>
        {suggestion.leaning !== 'none' && (
          <Anchor component={Link} href={`/cases/${place.caseId}/trafficking`} w="fit-content">
            {t('cases.indicators.openTrafficking')}
          </Anchor>
        )}
      </Stack>
    </Paper>
  )
}

interface SuggestedCodesProps {
  readonly title: string
  readonly list: CodeList
  readonly suggested: readonly Suggested[]
  /** Codes that the section on trafficking has already. */
  readonly ticked: readonly string[]
  readonly onTake: (code: string) => void
}

function SuggestedCodes({ title, list, suggested, ticked, onTake }: SuggestedCodesProps) {
  const t = useWords()
  const label = useLabels()
  const locale = useLocale()
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <Title order={4} size="h5" id={titleId} mb={6}>
        {title}
      </Title>
      <ul className={classes.codes}>
        {suggested.map(({ code, signs }) => {
          const done = ticked.includes(code)
          const term = label(list, code)
          return (
            <li key={code} className={classes.code}>
              <div>
                <Text fw={600}>{term}</Text>
                <Text size="sm">{list[code]?.definition?.[locale]}</Text>
                <Text size="sm" c="dimmed">
                  {t('cases.indicators.because', {
                    signs: signs.map((sign) => label(indicators, sign)).join(' · '),
                  })}
                </Text>
              </div>
              {/* It stays where it is once pressed, so that the focus does not fall off the page. */}
              <Button
                variant="default"
                size="compact-md"
                className={classes.take}
                aria-disabled={done}
                data-disabled={done || undefined}
                aria-label={t(done ? 'cases.indicators.taken.of' : 'cases.indicators.take.of', { term })}
                leftSection={done && <IconCheck size={18} aria-hidden />}
                onClick={() => !done && onTake(code)}
              >
                {t(done ? 'cases.indicators.taken' : 'cases.indicators.take')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
