import { Ledger } from '@/components/ui/lists'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { definePage } from '@/lib/web/define-page'

export const metadata = { title: m.indicators.title }

/** What each figure counts and when it is not shown: no data, so anyone signed in may read it. */
export default definePage({
  permission: 'anyone signed in',
  render: async () => (
    <>
      <PageHead title={m.indicators.title} lead={m.indicators.lead} />
      <Sheet pad>
        <Ledger
          rows={m.definitions.map(({ id, name, what, how }) => ({
            id,
            content: (
              <>
                <h2>{name}</h2>
                <p>{what}</p>
                <p className="soft mt-1">{how}</p>
                <p className="muted mt-1">{m.indicators.definition}</p>
              </>
            ),
          }))}
        />
      </Sheet>
      <Section id="zasady" title={m.rules.title}>
        <Sheet pad>
          <Ledger rows={m.rules.items.map((item) => ({ id: item, content: item }))} />
        </Sheet>
      </Section>
    </>
  ),
})
