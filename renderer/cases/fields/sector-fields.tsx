import type { SectionBody } from '../../../shared/cases/sections.ts'
import { settings } from '../../../shared/vocab/settings.ts'
import { sectors } from '../../../shared/vocab/trafficking.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { isShown } from './fields.ts'
import { isLabourSector, isSexualSector, sectorMatters, settingMatters } from './matters.ts'

type Trafficking = SectionBody<'trafficking'>

interface SectorFieldsProps {
  readonly body: Trafficking
  readonly onChange: ((part: Partial<Trafficking>) => void) | undefined
  readonly sectorsOpen: boolean
  readonly settingsOpen: boolean
  /** Whether every term was asked for, and not only those that go with what was ticked. */
  readonly all: boolean
}

/** In which line of work or of sex, and then, for whoever knows it, in which setting. */
export function SectorFields({ body, onChange, sectorsOpen, settingsOpen, all }: SectorFieldsProps) {
  const t = useWords()
  const readOnly = !onChange
  return (
    <>
      {isShown(readOnly, body.sectors) && sectorsOpen && (
        <CodeChecks
          label={t('cases.trafficking.sectors')}
          description={t('cases.trafficking.sectors.hint')}
          list={sectors}
          only={(sector) => all || sectorMatters(sector, body.purposes)}
          groups={[
            { label: t('cases.trafficking.sectors.sexual'), has: isSexualSector },
            { label: t('cases.trafficking.sectors.labour'), has: isLabourSector },
          ]}
          value={body.sectors}
          onChange={(next) => onChange?.({ sectors: next })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.settings) && settingsOpen && (
        <CodeChecks
          label={t('cases.trafficking.settings')}
          description={t('cases.trafficking.settings.hint')}
          list={settings}
          only={(setting) => all || settingMatters(setting, body.sectors)}
          value={body.settings}
          onChange={(next) => onChange?.({ settings: next })}
          readOnly={readOnly}
        />
      )}
    </>
  )
}
