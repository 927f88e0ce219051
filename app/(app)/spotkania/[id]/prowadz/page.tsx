import { AttendanceForm, quorumWords } from '@/app/(app)/spotkania/[id]/attendance'
import { DecisionForm, DecisionLine } from '@/app/(app)/spotkania/[id]/decisions'
import { CaseItem } from '@/app/(app)/spotkania/[id]/prowadz/case-item'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type ItemRow, type MeetingView, openItem, readMeeting } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.screen.metaTitle }

type Props = { meeting: MeetingView; item: Extract<ItemRow, { kind: 'team' }> }

const TeamItem = ({ meeting, item }: Props) => (
  <>
    <h2>{item.title}</h2>
    <ul className="ledger mt-2">
      {meeting.decisions
        .filter((d) => d.itemId === item.id)
        .map((decision) => (
          <li key={decision.id}>
            <DecisionLine decision={decision} />
          </li>
        ))}
    </ul>
    {meeting.can.decide && (
      <Disclosure summary={m.decide}>
        <DecisionForm meeting={meeting} itemId={item.id} title={item.title} screen />
      </Disclosure>
    )}
  </>
)

/**
 * The one screen of a meeting, large enough for a projector: agenda and decisions. Nothing of a family or a case stands on
 * it until who may opens one item, and that is gone again with the next step.
 */
export default definePage({
  permission: 'meeting.read',
  render: async ({ params, search }) => {
    const meetingId = params.id ?? ''
    const meeting = await readPage((read) => read(readMeeting, { meetingId }))
    const asked = meeting.items.find((i) => i.kind === 'case' && i.id === search.punkt)
    const open = asked ? await readPage((read) => read(openItem, { itemId: asked.id })) : null
    return (
      <div className="projector">
        <PageHead
          title={m.screen.title(meeting.heldOn)}
          lead={quorumWords(meeting)}
          actions={<LinkButton href={paths.meeting(meetingId)}>{m.screen.back}</LinkButton>}
        />
        <DoneNotice>{m.done[search.zrobione ?? '']}</DoneNotice>
        {meeting.can.attend && (
          <Sheet pad>
            <Disclosure summary={m.attendance}>
              <AttendanceForm meeting={meeting} screen />
            </Disclosure>
          </Sheet>
        )}
        <ol className="projector-list">
          {meeting.items.map((item) => (
            <li key={item.id}>
              {item.kind === 'team' ? (
                <TeamItem meeting={meeting} item={item} />
              ) : (
                <CaseItem meeting={meeting} itemId={item.id} open={open?.id === item.id ? open : null} />
              )}
            </li>
          ))}
        </ol>
        {meeting.can.decide && (
          <Sheet pad className="sec">
            <Disclosure summary={`${m.decide}: ${m.screen.outside}`}>
              <DecisionForm meeting={meeting} screen />
            </Disclosure>
          </Sheet>
        )}
      </div>
    )
  },
})
