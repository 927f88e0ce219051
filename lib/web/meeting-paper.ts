import { meetingPaperData } from '@/lib/documents'
import type { PaperData } from '@/lib/format/paper'
import type { MeetingView } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'

type Party = MeetingView['parties'][number]

const attendance = ({ came }: Party, tookPlace: boolean) => {
  if (!tookPlace) return null
  if (came === null) return 'absent' as const
  return came === 'representative' ? ('present' as const) : ('substitute' as const)
}

const agenda = ({ items }: MeetingView) =>
  items.map((item) => ({ title: item.kind === 'team' ? item.title : m.caseItem(item.number), by: null }))

/** The papers of a meeting, filled in with what this reader sees on its page. */
export const paperOfMeeting = (meeting: MeetingView): PaperData => {
  const tookPlace = ['held', 'minutes', 'approved'].includes(meeting.status)
  const { quorum, minutes } = meeting
  return meetingPaperData({
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
  })
}
