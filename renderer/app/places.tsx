import { Route, Switch } from 'wouter'
import { CasePage } from '../cases/case-page.tsx'
import { CasesPage } from '../cases/cases-page.tsx'
import { TurnPage } from '../cases/closing/turn-page.tsx'
import { ComparePage } from '../cases/similar/compare-page.tsx'
import { MeetingsPage } from '../committee/meetings-page.tsx'
import { DirectoryPage } from '../directory/directory-page.tsx'
import { EntryPage, NewEntryPage } from '../directory/entry-page.tsx'
import { ImportPage } from '../directory/import-page.tsx'
import { SendDirectoryPage } from '../directory/send-directory-page.tsx'
import { LetterPage } from '../documents/letter-page.tsx'
import { PrintPage } from '../documents/print-page.tsx'
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
      <Route path="/cases/:id/print/:what?">
        {({ id, what }) => (
          <PrintPage caseId={id} kind={what === 'trajectory' ? 'trajectory' : 'case-sheet'} />
        )}
      </Route>
      <Route path="/cases/:id/letter/:stepId">
        {({ id, stepId }) => <LetterPage caseId={id} stepId={stepId} />}
      </Route>
      <Route path="/cases/:id/:place?">{({ id }) => <CasePage caseId={id} key={id} />}</Route>
      <Route path="/packets/:what?">{({ what }) => <PacketsPage choosing={what === 'open'} />}</Route>
      <Route path="/directory" component={DirectoryPage} />
      <Route path="/directory/new" component={NewEntryPage} />
      <Route path="/directory/import" component={ImportPage} />
      <Route path="/directory/send" component={SendDirectoryPage} />
      <Route path="/directory/:id/:editing?">
        {({ id, editing }) => (
          <EntryPage id={id} editing={editing === 'edit'} key={`${id} ${editing ?? ''}`} />
        )}
      </Route>
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
