import { z } from 'zod'
import { fillMeetingPaper, type MeetingPaper, meetingPaperKeys } from '@/lib/documents'
import { meetingFacts, ofMeeting } from '@/lib/meetings/facts'
import { type PartyRow, type WholeMeeting, wholeOf } from '@/lib/meetings/whole'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { uuid } from '@/lib/platform/input'
import { defineQuery } from '@/lib/policy/usecase'

const attendance = ({ came }: PartyRow, tookPlace: boolean) => {
  if (!tookPlace) return null
  if (came === null) return 'absent' as const
  return came === 'representative' ? ('present' as const) : ('substitute' as const)
}

/** A paper goes from hand to hand, to a councillor too: which case an item is about does not stand on it. */
const agenda = ({ items }: WholeMeeting) =>
  items.map((item) => ({ title: item.kind === 'team' ? item.title : m.screen.hidden, by: null }))

const paperOf = (meeting: WholeMeeting): MeetingPaper => {
  const tookPlace = ['held', 'minutes', 'approved'].includes(meeting.status)
  const { quorum, minutes } = meeting
  return {
    team: meeting.team,
    title: m.one(meeting.heldOn),
    day: meeting.heldOn,
    from: meeting.startsAt,
    to: null,
    place: meeting.place ?? meeting.link ?? '',
    chair: minutes?.approvedBy ?? null,
    minuteTaker: null,
    agenda: agenda(meeting),
    people: meeting.parties.map((party) => ({
      name: party.cameName ?? party.representative ?? '',
      institution: party.institution,
      attendance: attendance(party, tookPlace),
    })),
    quorum: tookPlace ? { needed: quorum.needed, present: quorum.present } : null,
    course: minutes?.body ?? null,
    decisions: meeting.decisions.map(({ body, task }) => ({
      text: body,
      who: task ? [task.to, task.institution].filter(Boolean).join(', ') : null,
      dueOn: task?.dueOn ?? null,
    })),
    remarks:
      meeting.remarks
        .map(({ author, institution, body, answer }) =>
          [`${author} (${institution}): ${body}`, answer].filter(Boolean).join(' — '),
        )
        .join('\n') || null,
  }
}

/** A paper of the meeting, filled in with what this reader sees on its page, by the template that counts in the voivodeship. */
export const fillMeetingDocument = defineQuery({
  name: 'meeting.paper',
  input: z.strictObject({ meetingId: uuid(), key: z.enum(meetingPaperKeys) }),
  subject: meetingFacts,
  run: async (ctx, { key }, facts) =>
    fillMeetingPaper(ctx, key, paperOf(await wholeOf(ctx, facts)), facts.team.wojewodztwoCode),
  audit: (_r, _i, facts) => ofMeeting(facts),
})
