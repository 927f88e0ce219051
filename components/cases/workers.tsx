import { ActionForm } from '@/components/ui/action-form'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FormHidden } from '@/components/ui/form-fields'
import { ToneText } from '@/components/ui/status'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { formatPhone } from '@/lib/format/phone'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'
import { caseMessages } from '@/lib/messages/pl/cases'

const m = caseMessages.people
const w = caseWorkMessages.people

export type WorkerRow = {
  key: string
  name: string | null
  role: string | null
  assignmentId: string | null
  mayLeave: boolean
  services: readonly string[]
  institution: string
  phone: string | null
  lastOn: IsoDate | null
  nextOn: IsoDate | null
  late: boolean
}

type WorkersProps = {
  head: {
    id: string
    words: { roles: Readonly<Record<string, string | undefined>> }
    may: Record<'case.unassign', boolean>
  }
  workers: readonly WorkerRow[]
  /** where somebody can be taken off the case */
  leave?: FormAction
}

const Next = ({ worker }: { worker: WorkerRow }) => {
  if (!worker.nextOn) return <span className="muted">{m.notPlanned}</span>
  if (worker.late) return <ToneText tone="late">{m.lateNext(formatDate(worker.nextOn))}</ToneText>
  return formatDate(worker.nextOn)
}

const Leave = ({ id, worker, action }: { id: string; worker: WorkerRow; action: FormAction }) => (
  <ActionForm
    action={action}
    submitLabel={w.leave}
    label={`${w.leave}: ${worker.name}`}
    submitVariant={3}
    inline
    small
  >
    <FormHidden name="caseId" value={id} />
    <FormHidden name="assignmentId" value={worker.assignmentId ?? ''} />
  </ActionForm>
)

/** Name, role, institution, phone, when last in contact and when next; a phone number is one tap away. */
export const Workers = ({ head, workers, leave }: WorkersProps) => {
  const columns: Column<WorkerRow>[] = [
    {
      key: 'name',
      label: m.name,
      cell: (one) => one.name ?? m.unnamed,
    },
    {
      key: 'role',
      label: m.does,
      cell: (one) => (
        <>
          {[one.role && (head.words.roles[one.role] ?? m.roles[one.role] ?? one.role), ...one.services]
            .filter(Boolean)
            .join(', ')}
          {leave && head.may['case.unassign'] && one.mayLeave && (
            <Leave id={head.id} worker={one} action={leave} />
          )}
        </>
      ),
    },
    { key: 'institution', label: m.institution, cell: (one) => one.institution },
    {
      key: 'phone',
      label: m.phone,
      cell: (one) => one.phone && <a href={`tel:${one.phone}`}>{formatPhone(one.phone)}</a>,
    },
    {
      key: 'last',
      label: m.last,
      cell: (one) => (one.lastOn ? formatDate(one.lastOn) : <span className="muted">{m.noContact}</span>),
    },
    { key: 'next', label: m.next, cell: (one) => <Next worker={one} /> },
  ]
  return (
    <DataTable
      caption={m.title}
      captionHidden
      rows={workers}
      rowId={(one) => one.key}
      columns={columns}
      empty={<p className="soft">{m.none}</p>}
    />
  )
}
