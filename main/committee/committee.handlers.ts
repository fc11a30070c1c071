import { record } from '../journal/record.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { deleteMeeting, meetingsFrom, putMeeting } from './meetings.store.ts'

export const committeeHandlers: VaultHandlers<'committee'> = {
  'committee.meetings': (_, { vault, today }) => ({ meetings: meetingsFrom(vault.reader, today()) }),

  'committee.saveMeeting': ({ meeting }, context) => {
    const { writer } = context.vault
    writer.transaction(() => {
      putMeeting(writer, meeting)
      record(context, {
        action: 'committee.meeting_saved',
        subject: meeting.id,
        details: { day: meeting.on },
      })
    })
    return {}
  },

  'committee.removeMeeting': ({ id }, context) => {
    const { vault } = context
    vault.writer.transaction(() => {
      // Removing one that is gone already is what was asked for.
      if (!deleteMeeting(vault.writer, id)) return
      record(context, { action: 'committee.meeting_removed', subject: id, details: {} })
    })
    vault.sweepSoon()
    return {}
  },
}
