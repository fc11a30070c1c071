import { Button, Menu, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { dayOf } from '../../../shared/dates.ts'
import { codesOf } from '../../../shared/vocab/code-list.ts'
import { consentGiversFor, consentPurposes } from '../../../shared/vocab/consent.ts'
import { useLabels, useWords } from '../../i18n/words.tsx'
import { ConsentItem } from './consent-item.tsx'
import type { FieldsProps } from './fields.ts'

/** One consent a purpose: adding one begins with what it is for. */
export function ConsentsFields({ body, onChange, age }: FieldsProps<'consents'>) {
  const t = useWords()
  const label = useLabels()
  const set = (items: typeof body.items) => onChange?.({ items })
  const add = (purpose: keyof typeof consentPurposes) =>
    set([
      ...body.items,
      {
        id: crypto.randomUUID(),
        purpose,
        services: [],
        recipients: '',
        givenBy: consentGiversFor(age.band)[0] ?? 'person',
        givenOn: dayOf(Date.now()),
        endsOn: null,
        withdrawnOn: null,
      },
    ])
  return (
    <Stack gap="lg">
      {onChange && <Text size="sm">{t(ageRule[age.band] ?? 'cases.consents.rule')}</Text>}
      {body.items.map((item, index) => (
        <ConsentItem
          key={item.id}
          consent={item}
          age={age}
          onChange={onChange && ((next) => set(body.items.with(index, next)))}
          onRemove={() => set(body.items.toSpliced(index, 1))}
        />
      ))}
      {onChange && (
        <Menu position="bottom-start" width={420}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} w="fit-content">
              {t('cases.consents.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('cases.consents.addFor')}</Menu.Label>
            {codesOf(consentPurposes).map((purpose) => (
              <Menu.Item key={purpose} onClick={() => add(purpose)}>
                {label(consentPurposes, purpose)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  )
}

/** Who consents, where the age decides it (LRSSS, R-22.1, s. 6). */
const ageRule = {
  under_14: 'cases.consents.rule.under14',
  from_14_to_17: 'cases.consents.rule.from14',
} as Partial<Record<string, 'cases.consents.rule.under14' | 'cases.consents.rule.from14'>>
