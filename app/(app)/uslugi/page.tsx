import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { Select } from '@/components/ui/inputs'
import { SearchForm } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { listServices } from '@/lib/catalogue'
import { catalogueMessages as m } from '@/lib/messages/pl/catalogue'
import { overlayMessages } from '@/lib/messages/pl/overlay'
import { templateMessages } from '@/lib/messages/pl/templates'
import { couldEver } from '@/lib/policy/decide'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

export default definePage({
  permission: 'catalogue.list',
  render: async ({ actor, search }) => {
    const { q = '', dziedzina = '' } = search
    const { rows, categories } = await listServices.execute(actor, { q, category: dziedzina })
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            <>
              <AppLink href={paths.overlay()}>{overlayMessages.link}</AppLink>
              {couldEver(actor, 'template.list') && (
                <AppLink href={paths.templates()}>{templateMessages.title}</AppLink>
              )}
            </>
          }
        />
        <SearchForm
          action={paths.catalogue()}
          label={m.search}
          defaultValue={q}
          clearHref={q || dziedzina ? paths.catalogue() : undefined}
        >
          <Select
            name="dziedzina"
            label={m.category}
            defaultValue={dziedzina}
            placeholder={m.allCategories}
            options={categories.map(({ key, namePl }) => ({ value: key, label: namePl }))}
          />
        </SearchForm>
        <p className="muted mt-4 mb-2" role="status">
          {m.shown(rows.length)}
        </p>
        <DataTable
          caption={m.caption}
          captionHidden
          rows={rows}
          rowId={({ key }) => key}
          empty={
            <EmptyState title={m.nothing} level={2}>
              {m.nothingText}
            </EmptyState>
          }
          columns={[
            {
              key: 'name',
              label: m.name,
              cell: (s) => (
                <>
                  <AppLink href={paths.service(s.key)}>{s.name}</AppLink>
                  {s.national && (
                    <span className="block font-normal muted">
                      {s.regional ? m.regional(s.national) : m.national(s.national)}
                    </span>
                  )}
                  {s.retired && <span className="block font-normal muted">{m.retired}</span>}
                  {s.needsDecision && <span className="block font-normal muted">{m.decision}</span>}
                </>
              ),
            },
            { key: 'category', label: m.category, cell: (s) => s.category },
            { key: 'basis', label: m.basis, cell: (s) => s.basis },
            { key: 'offers', label: m.offers, cell: (s) => m.offersCount(s.offers) },
          ]}
        />
      </>
    )
  },
})
