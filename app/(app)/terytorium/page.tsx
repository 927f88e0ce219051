import { AppLink } from '@/components/ui/app-link'
import { SearchForm } from '@/components/ui/list-tools'
import { Ledger } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { territoryPages as m } from '@/lib/messages/pl/territory-pages'
import { readSource, searchTerritory } from '@/lib/territory'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

export default definePage({
  permission: 'territory.search',
  render: async ({ actor, search }) => {
    const q = (search.q ?? '').slice(0, 120)
    const { statedOn } = await readSource.execute(actor, {})
    const units = await searchTerritory.execute(
      actor,
      q.trim() ? { text: q } : { text: '', level: 'wojewodztwo' },
    )
    return (
      <div className="task">
        <PageHead title={m.title} lead={m.lead(statedOn)} />
        <SearchForm
          action={paths.territory()}
          label={m.search}
          hint={m.hint}
          defaultValue={q}
          clearHref={q ? paths.territory() : undefined}
        />
        <div className="mt-6">
          {units.length === 0 ? (
            <EmptyState title={m.nothing} level={2}>
              {m.nothingText}
            </EmptyState>
          ) : (
            <Sheet pad>
              <Ledger
                rows={units.map((u) => ({
                  id: u.code,
                  content: (
                    <>
                      <AppLink href={paths.territory(u.code)}>{u.label}</AppLink>{' '}
                      <span className="soft">{u.detail}</span>
                    </>
                  ),
                  end: <span className="num muted">{u.code}</span>,
                }))}
              />
            </Sheet>
          )}
        </div>
      </div>
    )
  },
})
