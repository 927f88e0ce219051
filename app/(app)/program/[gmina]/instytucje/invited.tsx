import {
  answerInvitation,
  inviteAgain,
  takeBackInvitation,
} from '@/app/(app)/program/[gmina]/instytucje/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { FormChoices, FormDate, FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { StatusBadge } from '@/components/ui/status'
import type { IsoDate } from '@/lib/format/dates'
import { declineReasonNames, recruitmentMessages as m } from '@/lib/messages/pl/recruitment'
import type { RecruitedRow } from '@/lib/programme'
import { paths } from '@/lib/web/paths'

const tones = { invited: 'wait', agreed: 'done', declined: 'off' } as const

const Target = ({ row }: { row: RecruitedRow }) => (
  <>
    <FormHidden name="recruitmentId" value={row.id} />
    <FormHidden name="version" value={row.version} />
  </>
)

const Answer = ({ row, today }: { row: RecruitedRow; today: IsoDate }) => (
  <Disclosure summary={row.status === 'invited' ? m.answer : m.change}>
    <ActionForm
      id={`odpowiedz-${row.id}`}
      action={answerInvitation}
      submitLabel={m.answer}
      submitVariant={2}
      label={m.answerOf(row.name)}
    >
      <Target row={row} />
      <FormChoices
        name="answer"
        legend={m.answers}
        chips
        required
        defaultValue={row.status === 'invited' ? undefined : row.status}
        options={[
          { value: 'agreed', label: m.states.agreed },
          { value: 'declined', label: m.states.declined },
        ]}
      />
      <FormDate name="answeredOn" label={m.answeredOn} defaultValue={row.answeredOn ?? today} required />
      <FormSelect
        name="reason"
        label={m.why}
        hint={m.whyHint}
        defaultValue={row.reason ?? ''}
        options={Object.entries(declineReasonNames).map(([value, label]) => ({ value, label }))}
      />
      <FormText
        name="reasonText"
        label={m.words}
        defaultValue={row.reasonText ?? undefined}
        maxLength={500}
      />
    </ActionForm>
    {row.status === 'invited' && (
      <ActionForm
        action={takeBackInvitation}
        submitLabel={m.takeBack}
        submitVariant={3}
        label={m.takeBackOf(row.name)}
        inline
        small
      >
        <Target row={row} />
      </ActionForm>
    )}
  </Disclosure>
)

const Again = ({ row, today }: { row: RecruitedRow; today: IsoDate }) => (
  <Disclosure summary={m.again}>
    <ActionForm
      id={`ponownie-${row.id}`}
      action={inviteAgain}
      submitLabel={m.again}
      submitVariant={2}
      label={m.againOf(row.name)}
    >
      <Target row={row} />
      <FormDate name="invitedOn" label={m.invitedDay} defaultValue={today} required />
    </ActionForm>
  </Disclosure>
)

const State = ({ row }: { row: RecruitedRow }) => (
  <div>
    <StatusBadge tone={tones[row.status]}>{m.states[row.status]}</StatusBadge>
    {row.answeredOn && <span className="block muted">{m.on(row.answeredOn)}</span>}
    {row.reason && <span className="block">{m.reason(declineReasonNames[row.reason])}</span>}
    {row.reasonText && <span className="block soft">{row.reasonText}</span>}
  </div>
)

/** Who was invited and what they answered; the answer is written down beside each. */
export const Invited = ({
  rows,
  today,
  mayInvite,
}: {
  rows: readonly RecruitedRow[]
  today: IsoDate
  mayInvite: boolean
}) => (
  <DataTable
    caption={m.caption}
    captionHidden
    rows={rows}
    rowId={(row) => row.id}
    empty={<EmptyState title={m.none}>{mayInvite ? m.noneText : undefined}</EmptyState>}
    columns={[
      {
        key: 'who',
        label: m.columns.who,
        cell: (row) => (
          <>
            <AppLink href={paths.institution(row.institutionId)}>{row.name}</AppLink>
            <span className="block font-normal muted">{row.kind}</span>
          </>
        ),
      },
      {
        key: 'invited',
        label: m.columns.invited,
        cell: (row) => m.invitedOn(row.invitedOn, row.invitedBy),
      },
      {
        key: 'answer',
        label: m.columns.answer,
        cell: (row) => (
          <div className="stack">
            <State row={row} />
            {mayInvite && <Answer row={row} today={today} />}
            {mayInvite && row.status === 'declined' && <Again row={row} today={today} />}
          </div>
        ),
      },
    ]}
  />
)
