import { planMeeting } from '@/app/(app)/spotkania/actions'
import { MeetingTable } from '@/app/(app)/spotkania/meeting-table'
import { WhenFields } from '@/app/(app)/spotkania/when-fields'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { listMeetings, type MeetingList } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

/** When the team met last, and by when it should meet again. */
const Rhythm = ({ list }: { list: MeetingList }) => {
  const late = list.nextBy !== null && list.nextBy < list.today
  const planned = list.rows.some((r) => r.status === 'called' && r.heldOn >= list.today)
  return (
    <>
      {list.lastOn ? m.last(list.lastOn) : m.never}{' '}
      {list.nextBy &&
        !planned &&
        (late ? (
          <ToneText tone="late">{m.rhythm(list.nextBy, true)}</ToneText>
        ) : (
          m.rhythm(list.nextBy, false)
        ))}
    </>
  )
}

const Plan = ({ list, teamId }: { list: MeetingList; teamId: string }) => (
  <Sheet pad className="sec">
    <Disclosure summary={m.plan} open={list.rows.length === 0}>
      <ActionForm action={planMeeting} label={m.plan} submitLabel={m.plan}>
        <FormHidden name="teamId" value={teamId} />
        <WhenFields hint={m.planHint(list.earliest)} values={{ quorumShare: list.quorumShare }} />
      </ActionForm>
    </Disclosure>
  </Sheet>
)

/** Meetings of the team: what was, what comes, and what their minutes are at. */
export default definePage({
  permission: 'meeting.list',
  render: async ({ params }) => {
    const teamId = params.id ?? ''
    const list = await readPage((read) => read(listMeetings, { teamId }))
    return (
      <>
        <SectionHead title={m.title} lead={<Rhythm list={list} />} />
        <MeetingTable
          caption={m.caption}
          rows={list.rows}
          href={paths.meeting}
          empty={<EmptyState title={m.empty}>{m.emptyText}</EmptyState>}
        />
        {list.mayPlan && <Plan list={list} teamId={teamId} />}
      </>
    )
  },
})
