import { Select } from '@/components/ui/inputs'
import { SearchForm } from '@/components/ui/list-tools'
import { filterMessages as f } from '@/lib/messages/pl/case-filters'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'

const m = caseMessages.list

type CaseListToolsProps = {
  action: string
  q?: string
  stage: string
  order: string
  orders: readonly ('changed' | 'due' | 'opened')[]
  waits?: string
  teamId?: string
  /** Teams of the cases; a choice only where there are several. */
  teams: readonly { id: string; name: string }[]
}

const Order = ({ order, orders }: Pick<CaseListToolsProps, 'order' | 'orders'>) => (
  <Select
    name="order"
    label={m.orderLabel}
    defaultValue={order}
    placeholder={null}
    options={orders.map((value) => ({ value, label: m.order[value] }))}
  />
)

/** Search, stage, whose turn, team and order of the list of cases, in the address. */
export const CaseListTools = ({ action, q, stage, waits, teamId, teams, ...order }: CaseListToolsProps) => (
  <SearchForm
    action={action}
    label={m.search}
    defaultValue={q}
    clearHref={q || stage !== 'open' || waits || teamId ? `${action}?stage=open` : undefined}
  >
    <Select
      name="stage"
      label={m.stage}
      defaultValue={stage}
      placeholder={null}
      options={[
        { value: 'open', label: m.open },
        { value: 'all', label: m.all },
        ...Object.entries(stageNames).map(([value, { name }]) => ({ value, label: name })),
      ]}
    />
    <Select
      name="waits"
      label={f.waits}
      defaultValue={waits ?? ''}
      placeholder={f.anyWaits}
      options={Object.entries(f.byWaits).map(([value, label]) => ({ value, label }))}
    />
    {(teams.length > 1 || teamId) && (
      <Select
        name="team"
        label={f.team}
        defaultValue={teamId ?? ''}
        placeholder={f.anyTeam}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
    <Order {...order} />
  </SearchForm>
)
