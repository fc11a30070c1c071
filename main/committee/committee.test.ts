import { describe, expect, it } from 'vitest'
import { openVaultSide } from '../../tests/support/vault.ts'

const meetingOn = (on: string, at: string | null = null, place = '') => ({
  id: crypto.randomUUID(),
  on,
  at,
  place,
})

describe('meetings', () => {
  it('stand with the next one first, then those past, the latest first', async () => {
    const vault = await openVaultSide()
    for (const [on, at] of [
      ['2026-02-01', null],
      ['2026-03-02', '13:30'],
      ['2026-04-01', null],
      ['2026-03-02', '09:00'],
      ['2026-02-15', null],
    ] as const) {
      await vault.call('committee.saveMeeting', { meeting: meetingOn(on, at) })
    }
    const { meetings } = await vault.call('committee.meetings', {})
    expect(meetings.map(({ on, at }) => [on, at])).toEqual([
      ['2026-03-02', '09:00'],
      ['2026-03-02', '13:30'],
      ['2026-04-01', null],
      ['2026-02-15', null],
      ['2026-02-01', null],
    ])
  })

  it('saved twice are there once, as last written; removed twice are gone', async () => {
    const vault = await openVaultSide()
    const meeting = meetingOn('2026-03-09', '10:00', 'Salle fictive')
    await vault.call('committee.saveMeeting', { meeting })
    await vault.call('committee.saveMeeting', { meeting: { ...meeting, at: null } })
    expect(await vault.call('committee.meetings', {})).toEqual({ meetings: [{ ...meeting, at: null }] })
    for (const _ of ['once', 'twice']) await vault.call('committee.removeMeeting', { id: meeting.id })
    expect(await vault.call('committee.meetings', {})).toEqual({ meetings: [] })
  })

  it('take no hour that a clock does not show', async () => {
    const vault = await openVaultSide()
    for (const at of ['24:00', '9:30', '10:60', 'midi']) {
      await expect(
        vault.call('committee.saveMeeting', { meeting: meetingOn('2026-03-09', at) }),
      ).rejects.toThrow()
    }
  })
})
