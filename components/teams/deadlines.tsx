import { ActionForm } from '@/components/ui/action-form'
import { DataTable } from '@/components/ui/data-table'
import { FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/format/form-state'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.deadlines

type Term = { count: number; unit: 'calendar' | 'business' | 'month' }
type Row = { key: keyof typeof m.names; standard: Term; own: Term | null }
type Editing = { teamId: string; version: number; action: FormAction }

const OwnFields = ({ row }: { row: Row }) => {
  const name = m.names[row.key]
  const inMonths = row.standard.unit === 'month'
  return (
    <div className="row">
      <FormText
        name={`terms.${row.key}.count`}
        label={inMonths ? m.countMonths(name) : m.count(name)}
        labelHidden
        numeric
        width="short"
        defaultValue={row.own?.count.toString()}
      />
      {inMonths ? (
        <>
          <FormHidden name={`terms.${row.key}.unit`} value="month" />
          <span>{m.months}</span>
        </>
      ) : (
        <FormSelect
          name={`terms.${row.key}.unit`}
          label={m.unit(name)}
          labelHidden
          width="medium"
          defaultValue={(row.own ?? row.standard).unit}
          options={Object.entries(m.units).map(([value, label]) => ({ value, label }))}
        />
      )}
    </div>
  )
}

const Table = ({ rows, editable }: { rows: readonly Row[]; editable: boolean }) => (
  <DataTable
    caption={m.title}
    captionHidden
    rows={rows}
    rowId={(r) => r.key}
    columns={[
      { key: 'step', label: m.step, cell: (r) => m.names[r.key] },
      { key: 'standard', label: m.standard, cell: (r) => m.days(r.standard.count, r.standard.unit) },
      {
        key: 'own',
        label: m.own,
        cell: (r) => (editable ? <OwnFields row={r} /> : r.own ? m.days(r.own.count, r.own.unit) : m.asUsual),
      },
    ]}
  />
)

/** How long each step may take here: the default of the model beside the team's own value. */
export const Deadlines = ({ rows, editing }: { rows: readonly Row[]; editing?: Editing }) =>
  editing ? (
    <ActionForm action={editing.action} submitLabel={m.save} label={m.title}>
      <FormHidden name="teamId" value={editing.teamId} />
      <FormHidden name="version" value={editing.version} />
      <Table rows={rows} editable />
    </ActionForm>
  ) : (
    <Table rows={rows} editable={false} />
  )
