import { type Column, DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/page-head'
import type { Basket, Money as Sums } from '@/lib/baskets'
import { fundingSources } from '@/lib/catalogue'
import { formatMoney } from '@/lib/format/money'
import { formatNumber } from '@/lib/format/plural'
import { basketMessages } from '@/lib/messages/pl/basket-page'

const m = basketMessages.money

/** The name of who pays, as the dictionary has it. */
const fundingName = (key: string | null): string =>
  fundingSources().find((f) => f.key === key)?.namePl ?? m.unknown

/** Most services were not paid yet and cost the family nothing: the figures that are there should be seen. */
const some = (grosze: number): string | null => (grosze === 0 ? null : formatMoney(grosze))

const columns: Column<Sums['rows'][number]>[] = [
  { key: 'source', label: m.source, cell: (row) => fundingName(row.fundingKey) },
  { key: 'lines', label: m.lines, numeric: true, cell: (row) => formatNumber(row.lines) },
  { key: 'planned', label: m.planned, numeric: true, cell: (row) => formatMoney(row.planned) },
  { key: 'actual', label: m.actual, numeric: true, cell: (row) => some(row.actual) },
  { key: 'coPayment', label: m.coPayment, numeric: true, cell: (row) => some(row.coPayment) },
]

/** What the basket costs and who pays; for who sees all of it. */
export const Money = ({ money }: { money: Basket['money'] }) => {
  if (!money || money.rows.length === 0) return null
  const { total, rows, unpriced } = money
  return (
    <Section
      id="pieniadze"
      title={m.title}
      lead={m.lead(formatMoney(total.planned), formatMoney(total.coPayment))}
    >
      <DataTable
        caption={m.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowId={(row) => row.fundingKey ?? 'none'}
        foot={[
          m.total,
          formatNumber(total.lines),
          formatMoney(total.planned),
          formatMoney(total.actual),
          formatMoney(total.coPayment),
        ]}
      />
      {unpriced > 0 && <p className="muted mt-2">{m.unpriced(unpriced)}</p>}
    </Section>
  )
}
