import { Select } from '@/components/ui/inputs'
import { SearchForm } from '@/components/ui/list-tools'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'

const m = caseMessages.list

type CaseListToolsProps = {
  action: string
  q?: string
  stage: string
  order: string
  orders: readonly ('changed' | 'due' | 'opened')[]
}

/** Search, stage and order of the list of cases, in the address. */
export const CaseListTools = ({ action, q, stage, order, orders }: CaseListToolsProps) => (
  <SearchForm
    action={action}
    label={m.search}
    defaultValue={q}
    clearHref={q || stage !== 'open' ? action : undefined}
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
      name="order"
      label={m.orderLabel}
      defaultValue={order}
      placeholder={null}
      options={orders.map((value) => ({ value, label: m.order[value] }))}
    />
  </SearchForm>
)
