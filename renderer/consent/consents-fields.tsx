import { Button, Menu, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Consent } from '../../shared/cases/consent.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { offeredCodes } from '../../shared/vocab/code-list.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import type { FieldsProps } from '../cases/fields/fields.ts'
import { versionsOf } from '../cases/section-state.ts'
import { useAsk } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ItemList } from '../ui/item-list.tsx'
import { ConsentItem } from './consent-item.tsx'
import { ConsentSummary } from './consent-summary.tsx'
import { newConsent, newGround, renewed } from './new-consent.ts'
import { StateOfConsent } from './state-of-consent.tsx'

/** As many as the section takes. */
const consentsLimit = 200

/** One consent a purpose: adding one begins with what it is for. One is open at a time, the others are only read. */
export function ConsentsFields({ body, onChange, age, place }: FieldsProps<'consents'>) {
  const t = useWords()
  const label = useLabels()
  const [open, setOpen] = useState<string | null>(null)
  const saved = useSaved(place?.caseId ?? null)
  const plainName = ({ basis, purpose }: Consent): string =>
    basis === 'legal_ground'
      ? t('consent.ofGround', { purpose: label(consentPurposes, purpose) })
      : label(consentPurposes, purpose)
  // Two for the same purpose are told apart by which came first.
  const nameOf = (item: Consent): string => {
    const name = plainName(item)
    const before = body.items.slice(0, body.items.indexOf(item)).filter((one) => plainName(one) === name)
    return before.length === 0 ? name : t('consent.again', { name, count: before.length + 1 })
  }
  const set = (items: Consent[]) => onChange?.({ items })
  const renew = (item: Consent): void => {
    const { items, added } = renewed(body.items, item)
    set(items)
    setOpen(added.id)
  }
  return (
    <>
      {onChange && <Text size="sm">{t(ageRule[age.band] ?? 'consent.rule')}</Text>}
      {onChange && body.items.length === 0 && (
        <EmptyState title={t('consent.none.title')} text={t('consent.none.text')} />
      )}
      <ItemList<Consent>
        label={t('consent.list')}
        items={body.items}
        {...(onChange && { onChange: set })}
        nameOf={(item) => nameOf(item)}
        markOf={(item) => <StateOfConsent consent={item} {...(onChange && saved && { saved })} />}
        removeLabel={t('consent.remove')}
        max={consentsLimit}
        adding={(add) => (
          <AddConsent
            onAdd={(item) => {
              add(item)
              setOpen(item.id)
            }}
            create={(purpose) => (purpose === null ? newGround() : newConsent(purpose, age))}
          />
        )}
      >
        {(item, change) =>
          change ? (
            <ConsentItem
              consent={item}
              name={nameOf(item)}
              age={age}
              caseId={place?.caseId ?? null}
              saved={saved}
              open={open === item.id}
              onOpen={(opened) => setOpen(opened ? item.id : null)}
              onChange={change}
              onRenew={() => renew(item)}
            />
          ) : (
            <ConsentSummary consent={item} />
          )
        }
      </ItemList>
    </>
  )
}

/** The consents that the vault has, of a case that it may not have yet; undefined until it has answered. */
function useSaved(caseId: string | null): readonly Consent[] | undefined {
  const { data, error } = useAsk('cases.get', { id: caseId ?? '' }, { enabled: caseId !== null })
  if (data) return versionsOf(data.sections, 'consents').flatMap(({ body }) => body.items)
  return error && isRelaisError(error, 'cases.not_found') ? [] : undefined
}

interface AddConsentProps {
  /** `null`: a ground set out in law. */
  readonly create: (purpose: string | null) => Consent
  readonly onAdd: (item: Consent) => void
}

function AddConsent({ create, onAdd }: AddConsentProps) {
  const t = useWords()
  const label = useLabels()
  return (
    // The focus goes to what was added, not back to the button.
    <Menu position="bottom-start" width={420} returnFocus={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} w="fit-content">
          {t('consent.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('consent.addFor')}</Menu.Label>
        {offeredCodes(consentPurposes).map((purpose) => (
          <Menu.Item key={purpose} onClick={() => onAdd(create(purpose))}>
            {label(consentPurposes, purpose)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('consent.addGround')}</Menu.Label>
        <Menu.Item onClick={() => onAdd(create(null))}>{t('consent.addGround.item')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Who consents, where the age decides it (LRSSS, R-22.1, s. 6). */
const ageRule = {
  under_14: 'consent.rule.under14',
  from_14_to_17: 'consent.rule.from14',
} as Partial<Record<string, 'consent.rule.under14' | 'consent.rule.from14'>>
