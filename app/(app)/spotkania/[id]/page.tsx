import { Agenda } from '@/app/(app)/spotkania/[id]/agenda'
import { Attendance } from '@/app/(app)/spotkania/[id]/attendance'
import { Decisions } from '@/app/(app)/spotkania/[id]/decisions'
import { Minutes } from '@/app/(app)/spotkania/[id]/minutes'
import { Next } from '@/app/(app)/spotkania/[id]/next'
import { Papers } from '@/app/(app)/spotkania/[id]/papers'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { StatusBadge } from '@/components/ui/status'
import { readMeeting } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.metaTitle }

/** A meeting of the team from its plan to its minutes. */
export default definePage({
  permission: 'meeting.read',
  render: async ({ params, search }) => {
    const meeting = await readPage((read) => read(readMeeting, { meetingId: params.id ?? '' }))
    const status = m.status[meeting.status]
    return (
      <>
        <Crumbs
          items={[
            { label: meeting.team, href: paths.team(meeting.teamId) },
            { label: m.title, href: paths.teamMeetings(meeting.teamId) },
            { label: m.one(meeting.heldOn) },
          ]}
        />
        <PageHead
          title={m.one(meeting.heldOn)}
          lead={m.lead(meeting.heldOn, meeting.startsAt, meeting.place ?? meeting.link ?? '')}
          actions={<StatusBadge tone={status.tone}>{status.name}</StatusBadge>}
        />
        <DoneNotice>{m.done[search.zrobione ?? '']}</DoneNotice>
        {meeting.cancelReason && <Notice tone="warn">{m.cancelled(meeting.cancelReason)}</Notice>}
        {meeting.shortNoticeReason && <Notice>{m.calledShort(meeting.shortNoticeReason)}</Notice>}
        <div className="split split-main">
          <div>
            <Agenda meeting={meeting} />
            <Decisions meeting={meeting} />
            <Minutes meeting={meeting} />
          </div>
          <div>
            <Next meeting={meeting} />
            <Attendance meeting={meeting} />
            <Papers meeting={meeting} />
            {meeting.calledAt && (
              <p className="sec">
                <a href={paths.meetingFile(meeting.id)}>{m.calendarFile}</a>
              </p>
            )}
          </div>
        </div>
      </>
    )
  },
})
