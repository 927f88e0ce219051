import { AppLink } from '@/components/ui/app-link'
import { SearchForm } from '@/components/ui/list-tools'
import { Ledger } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { searchMessages as m } from '@/lib/messages/pl/search'
import { search as find } from '@/lib/search'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

type Hit = { id: string; href: string; label: string; note?: string | null }

const Hits = ({ id, title, hits }: { id: string; title: string; hits: readonly Hit[] }) =>
  hits.length === 0 ? null : (
    <Section id={id} title={title}>
      <Sheet pad>
        <Ledger
          rows={hits.map((hit) => ({
            id: hit.id,
            content: <AppLink href={hit.href}>{hit.label}</AppLink>,
            end: <span className="muted">{hit.note}</span>,
          }))}
        />
      </Sheet>
    </Section>
  )

const NothingFound = () => (
  <div className="mt-6">
    <EmptyState title={m.nothing} level={2}>
      {m.nothingText}
    </EmptyState>
  </div>
)

export default definePage({
  permission: 'search.run',
  render: async ({ actor, search }) => {
    const q = (search.q ?? '').slice(0, 120)
    const found = await find.execute(actor, { q })
    const none = found.cases.length + found.teams.length + found.institutions.length === 0
    return (
      <div className="task">
        <PageHead title={m.title} />
        <SearchForm action={paths.search()} label={m.label} hint={m.hint} defaultValue={q} />
        {none && q.trim().length >= 2 && <NothingFound />}
        <Hits
          id="cases"
          title={m.cases}
          hits={found.cases.map((c) => ({
            id: c.id,
            href: paths.case(c.id),
            label: c.label ?? c.number,
            note: c.number,
          }))}
        />
        <Hits
          id="teams"
          title={m.teams}
          hits={found.teams.map((t) => ({ id: t.id, href: paths.team(t.id), label: t.name }))}
        />
        <Hits
          id="institutions"
          title={m.institutions}
          hits={found.institutions.map((i) => ({
            id: i.id,
            href: paths.institution(i.id),
            label: i.name,
            note: i.city,
          }))}
        />
      </div>
    )
  },
})
