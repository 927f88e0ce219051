import { fromDbDate } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'
import type { EventRow } from '@/lib/story/events'
import { idsOf, keyed, type Told, told } from '@/lib/story/told'

/** Meetings around the case. Agenda and decisions have policies of their own: whom they are hidden from reads the summary. */
export const meetings = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const decided = idsOf(rows, 'decision')
  const decisions =
    decided.length > 0 ? await tx.caseDecision.findMany({ where: { id: { in: decided } } }) : []
  const ids = idsOf(rows, 'meetingCalled', 'meetingHeld', 'meetingCancelled', 'meetingApproved')
  const found =
    ids.length > 0
      ? await tx.caseMeeting.findMany({ where: { id: { in: ids } }, include: { agenda: true } })
      : []
  return [
    ...decisions.map((d): [string, Told] => [
      keyed('decision', d.id),
      told({ kind: 'decision', meetingId: d.caseMeetingId }, d.body),
    ]),
    ...found.flatMap(({ id, heldOn, agenda, summary, cancelReason }): [string, Told][] => {
      const of = { meetingId: id, on: fromDbDate(heldOn) }
      return [
        [keyed('meetingCalled', id), told({ kind: 'meetingCalled', ...of }, agenda?.body)],
        [keyed('meetingHeld', id), told({ kind: 'meetingHeld', ...of }, summary)],
        [keyed('meetingCancelled', id), told({ kind: 'meetingCancelled', ...of }, cancelReason)],
        [keyed('meetingApproved', id), told({ kind: 'meetingApproved', ...of })],
      ]
    }),
  ]
}

/** Scans of the cards that were signed; what is in them is opened on its own, and logged. */
export const papers = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const ids = idsOf(rows, 'scan')
  if (ids.length === 0) return []
  const found = await tx.consentScan.findMany({
    where: { id: { in: ids } },
    select: { id: true, versionNo: true },
  })
  return found.map(({ id, versionNo }): [string, Told] => [
    keyed('scan', id),
    told({ kind: 'scan', scanId: id, versionNo }),
  ])
}
