import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/page-head'
import { Few } from '@/components/ui/status'
import { fundingSources } from '@/lib/catalogue'
import type { Amount, TeamMoney } from '@/lib/dashboards'
import { formatMoney } from '@/lib/format/money'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'

const words = basketMessages.money

const Sum = ({ amount }: { amount: Amount }) =>
  amount === 'hidden' ? <Few>{m.money.hidden}</Few> : formatMoney(amount)

const known = (key: string | null) => fundingSources().findIndex((f) => f.key === key)

/** In the order of the dictionary, what nobody assigned last. */
const inOrder = (rows: TeamMoney['rows']) =>
  [...rows].sort(
    (a, b) =>
      (a.fundingKey === null ? 1 : 0) - (b.fundingKey === null ? 1 : 0) ||
      known(a.fundingKey) - known(b.fundingKey),
  )

/** What the baskets of the team cost and who pays, as far as the suppression lets it through. */
export const Money = ({ money: { rows, total } }: { money: TeamMoney }) => (
  <Section id="pieniadze" title={m.money.title} lead={m.money.lead}>
    {rows.length === 0 ? (
      <p className="muted">{m.money.empty}</p>
    ) : (
      <DataTable
        caption={words.caption}
        captionHidden
        rows={inOrder(rows)}
        rowId={(row) => row.fundingKey ?? 'none'}
        columns={[
          {
            key: 'source',
            label: words.source,
            cell: (row) => fundingSources().find((f) => f.key === row.fundingKey)?.namePl ?? words.unknown,
          },
          {
            key: 'planned',
            label: words.planned,
            numeric: true,
            cell: (row) => <Sum amount={row.planned} />,
          },
          { key: 'actual', label: words.actual, numeric: true, cell: (row) => <Sum amount={row.actual} /> },
          {
            key: 'coPayment',
            label: words.coPayment,
            numeric: true,
            cell: (row) => <Sum amount={row.coPayment} />,
          },
        ]}
        foot={[
          words.total,
          <Sum key="planned" amount={total.planned} />,
          <Sum key="actual" amount={total.actual} />,
          <Sum key="coPayment" amount={total.coPayment} />,
        ]}
      />
    )}
  </Section>
)
