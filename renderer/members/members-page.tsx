import { Button, Grid } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Member } from '../../shared/members/members.contract.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { AddCard } from './add-card.tsx'
import { Colleagues } from './colleagues.tsx'
import { MyCard } from './my-card.tsx'
import { VerifyCard } from './verify-card.tsx'

/** My card to give, my colleagues' cards to take and to verify. */
export function MembersPage() {
  const t = useWords()
  const { data, error } = useAsk('members.list', {})
  const [adding, setAdding] = useState(false)
  const [verifying, setVerifying] = useState<Member | null>(null)
  return (
    <Page
      title={t('members.title')}
      actions={
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('members.add')}
        </Button>
      }
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <ErrorNotice error={error} />
          {data && <Colleagues members={data.members} onVerify={setVerifying} />}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <MyCard />
        </Grid.Col>
      </Grid>
      <AddCard opened={adding} onClose={() => setAdding(false)} />
      <VerifyCard member={verifying} onClose={() => setVerifying(null)} />
    </Page>
  )
}
