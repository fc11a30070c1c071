import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { sectionName } from '../../shared/cases/sections.ts'
import type { Out } from '../../shared/contract.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './salvage.module.css'

/** Cases beyond which one would rather type a code than look for it. */
const longList = 15

type HarmedCase = Out<'damage.salvage'>['cases'][number]

/** Cases by code, each with what is gone. The filter narrows the screen, never the paper. */
export function HarmedCases({ cases }: { readonly cases: readonly HarmedCase[] }) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const isShown = (code: string) => code.toLowerCase().includes(wanted)
  const shown = cases.filter(({ code }) => isShown(code))
  return (
    <>
      {cases.length > longList && (
        <div className={classes.screen}>
          <TextInput
            type="search"
            label={t('damage.report.find')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            spellCheck={false}
            autoComplete="off"
            mb="xs"
          />
          <Text size="sm" role="status" mb="xs">
            {wanted === '' ? '' : t('damage.report.shown', { count: shown.length })}
          </Text>
        </div>
      )}
      <table className={classes.counts}>
        <thead>
          <tr>
            <th scope="col">{t('damage.report.code')}</th>
            <th scope="col">{t('damage.report.missing')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ code, ...gone }) => (
            <tr key={code} className={isShown(code) ? undefined : classes.unwanted}>
              <th scope="row" className={classes.codes}>
                {code}
              </th>
              <td>{missingFrom(gone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )

  function missingFrom({ sections, rebuilt }: Omit<HarmedCase, 'code'>): string {
    if (sections.length === 0 && !rebuilt) return t('damage.report.bare')
    return [...(rebuilt ? [t('damage.report.rebuilt')] : []), ...sections.map(nameOf)].join(', ')
  }

  /** A section of a later version has no name here. */
  function nameOf(section: string): string {
    const known = sectionName.safeParse(section)
    return known.success ? t(`cases.section.${known.data}`) : t('damage.report.otherSection')
  }
}
