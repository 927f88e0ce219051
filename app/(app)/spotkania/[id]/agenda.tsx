import { addToAgenda, arrangeAgenda } from '@/app/(app)/spotkania/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormButton, FormChoices, FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { ItemRow, MeetingView, Proposal } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { paths } from '@/lib/web/paths'

const titleOf = (item: ItemRow): string => (item.kind === 'team' ? item.title : m.caseItem(item.number))

/** Higher, lower, out: each names its item for readers. */
const Arrange = ({ meetingId, item }: { meetingId: string; item: ItemRow }) => {
  const moves = [
    ['up', m.up, m.upShort],
    ['down', m.down, m.downShort],
    ['drop', m.drop, m.dropShort],
  ] as const
  return (
    <ActionForm action={arrangeAgenda} label={`${m.agenda}: ${titleOf(item)}`} noSubmit inline>
      <FormHidden name="meetingId" value={meetingId} />
      <FormHidden name="itemId" value={item.id} />
      {moves.map(([move, label, short]) => (
        <FormButton key={move} name="move" value={move} variant={3} small inline>
          <span aria-hidden="true">{short}</span>
          <span className="vh">{label(titleOf(item))}</span>
        </FormButton>
      ))}
    </ActionForm>
  )
}

const optionOf = (p: Proposal) => ({
  value: p.key,
  label: p.kind === 'team' ? p.title : `${m.caseItem(p.number)}: ${m.reason[p.reason]}`,
})

const Add = ({ meeting }: { meeting: MeetingView }) => (
  <Disclosure summary={m.proposals} open={meeting.items.length === 0}>
    <p className="soft mb-4">{m.proposalsLead}</p>
    <ActionForm action={addToAgenda} label={m.addItems} submitLabel={m.addItems} submitVariant={2}>
      <FormHidden name="meetingId" value={meeting.id} />
      {meeting.proposals.length > 0 && (
        <FormChoices
          name="chosen"
          legend={m.proposals}
          legendHidden
          options={meeting.proposals.map(optionOf)}
          defaultValue={
            meeting.items.length === 0
              ? meeting.proposals.flatMap((p) => (p.kind === 'team' ? [p.key] : []))
              : []
          }
          multiple
        />
      )}
      <FormText name="title" label={m.ownItem} hint={m.ownItemHint} maxLength={200} />
    </ActionForm>
  </Disclosure>
)

/** What is to be talked about, in order. Items that name a case are there for who works on it. */
export const Agenda = ({ meeting }: { meeting: MeetingView }) => (
  <Section id="porzadek" title={m.agenda}>
    <Sheet pad className="stack-4">
      {meeting.items.length === 0 ? (
        <p className="soft">{m.agendaEmpty}</p>
      ) : (
        <ol className="num-list">
          {meeting.items.map((item) => (
            <li key={item.id}>
              {item.kind === 'team' ? (
                <span className="med">{item.title}</span>
              ) : (
                <>
                  <AppLink href={paths.case(item.caseId)}>{m.caseItem(item.number)}</AppLink>
                  <span className="soft">, {m.reason[item.reason]}</span>
                </>
              )}
              {meeting.can.agenda && <Arrange meetingId={meeting.id} item={item} />}
            </li>
          ))}
        </ol>
      )}
      {meeting.can.agenda && <Add meeting={meeting} />}
    </Sheet>
  </Section>
)
