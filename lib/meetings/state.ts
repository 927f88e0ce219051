/** A meeting's stages (domain 4.5), of a team and around a case alike. */
export const meetingStatuses = ['planned', 'called', 'held', 'minutes', 'approved', 'cancelled'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

/** Steps, and what may be done in each stage without leaving it. */
export type MeetingAction =
  | 'mend'
  | 'agenda'
  | 'call'
  | 'cancel'
  | 'attend'
  | 'decide'
  | 'hold'
  | 'writeMinutes'
  | 'sendMinutes'
  | 'remark'
  | 'answerRemark'
  | 'approve'
  | 'annex'

/** Where each action leads from each stage; an action that is not here is refused there. */
export const meetingSteps = {
  planned: { mend: 'planned', agenda: 'planned', call: 'called', cancel: 'cancelled' },
  called: {
    mend: 'called',
    agenda: 'called',
    attend: 'called',
    decide: 'called',
    hold: 'held',
    cancel: 'cancelled',
  },
  held: { attend: 'held', decide: 'held', writeMinutes: 'held', sendMinutes: 'minutes' },
  minutes: { writeMinutes: 'minutes', remark: 'minutes', answerRemark: 'minutes', approve: 'approved' },
  approved: { annex: 'approved' },
  cancelled: {},
} as const satisfies Record<MeetingStatus, Partial<Record<MeetingAction, MeetingStatus>>>

/** Where the action leads; null: not in this stage. */
export const stepFrom = (status: MeetingStatus, action: MeetingAction): MeetingStatus | null => {
  const row: Partial<Record<MeetingAction, MeetingStatus>> = meetingSteps[status]
  return row[action] ?? null
}

/** A meeting that took place. */
export const tookPlace: readonly MeetingStatus[] = ['held', 'minutes', 'approved']
