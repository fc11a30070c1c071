import { Route, Switch } from 'wouter'
import { CasePage } from '../cases/case-page.tsx'
import { CasesPage } from '../cases/cases-page.tsx'
import { TurnPage } from '../cases/closing/turn-page.tsx'
import { ComparePage } from '../cases/similar/compare-page.tsx'
import { MeetingsPage } from '../committee/meetings-page.tsx'
import { HandOverPage } from '../exchange/hand-over-page.tsx'
import { PacketsPage } from '../exchange/packets-page.tsx'
import { SendPage } from '../exchange/send-page.tsx'
import { JournalPage } from '../journal/journal-page.tsx'
import { MembersPage } from '../members/members-page.tsx'
import { RecoveryPage } from '../recovery/recovery-page.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { TodayPage } from '../today/today-page.tsx'

/** Which page stands where, once the vault is open. */
export function Places() {
  return (
    <Switch>
      <Route path="/cases/:id/send/:stepId?">
        {({ id, stepId }) => <SendPage caseId={id} stepId={stepId} key={`${id} ${stepId}`} />}
      </Route>
      <Route path="/cases/:id/hand-over">{({ id }) => <HandOverPage caseId={id} key={id} />}</Route>
      <Route path="/cases/:id/close">{({ id }) => <TurnPage caseId={id} to="closed" />}</Route>
      <Route path="/cases/:id/reopen">{({ id }) => <TurnPage caseId={id} to="open" />}</Route>
      <Route path="/cases/:id/compare/:other">
        {({ id, other }) => <ComparePage caseId={id} otherId={other} />}
      </Route>
      <Route path="/cases/:id/:place?">{({ id }) => <CasePage caseId={id} key={id} />}</Route>
      <Route path="/packets/:what?">{({ what }) => <PacketsPage choosing={what === 'open'} />}</Route>
      <Route path="/members" component={MembersPage} />
      <Route path="/journal/:caseId?">{({ caseId }) => <JournalPage caseId={caseId ?? null} />}</Route>
      <Route path="/recovery/:what?">{({ what }) => <RecoveryPage what={what} key={what} />}</Route>
      <Route path="/settings/:section?" component={SettingsPage} />
      <Route path="/cases" component={CasesPage} />
      <Route path="/meetings" component={MeetingsPage} />
      <Route component={TodayPage} />
    </Switch>
  )
}
