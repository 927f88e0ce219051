import { definitionOf } from '@/app/(app)/region/definitions'
import { CountTable } from '@/app/(app)/region/parts'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { serviceTypes } from '@/lib/catalogue'
import type { Shown } from '@/lib/dashboards'
import { comparePolish } from '@/lib/format/collate'
import { chartMessages } from '@/lib/messages/pl/charts'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'

const zero: Shown = { kind: 'count', value: 0 }

/** What a reader knows of a cell: a number, five or more, fewer than five. Nothing more may be told by the order. */
const weight = (shown: Shown): number =>
  shown.kind === 'count' ? shown.value : shown.kind === 'hidden' ? 5 : 4

/** Services that families need and nobody here gives, the most wanted first, with how they are counted. */
export const UnmetServices = ({ unmet }: { unmet: ReadonlyMap<string, Shown> }) => {
  const { note, definition } = definitionOf('unmet')
  const rows = serviceTypes()
    .flatMap(({ key, namePl }) => {
      const shown = unmet.get(key)
      return shown ? [{ key, name: namePl, shown }] : []
    })
    .sort((a, b) => weight(b.shown) - weight(a.shown) || comparePolish(a.name, b.name))
  return (
    <Section id="brak-uslug" title={m.unmet.title} lead={note}>
      {rows.length === 0 ? (
        <p className="muted">{m.unmet.empty}</p>
      ) : (
        <CountTable
          caption={m.unmet.title}
          columns={[m.unmet.service, m.unmet.families]}
          rows={rows}
          total={unmet.get('all') ?? zero}
          totalLabel={m.unmet.all}
        />
      )}
      <div className="mt-2">
        <Disclosure summary={chartMessages.definition}>
          <p className="soft">{definition}</p>
        </Disclosure>
      </div>
    </Section>
  )
}
