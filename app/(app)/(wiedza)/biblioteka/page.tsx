import { kindOptions } from '@/app/(app)/(wiedza)/biblioteka/item-fields'
import { themeOptions } from '@/app/(app)/(wiedza)/theme-options'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Select } from '@/components/ui/inputs'
import { SearchForm } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { type Theme, themes } from '@/lib/knowledge'
import { type LibraryKind, type LibraryView, libraryVariants, listLibrary } from '@/lib/library'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { libraryMessages as m } from '@/lib/messages/pl/library'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

const Items = ({ rows }: { rows: readonly LibraryView[] }) => (
  <DataTable
    caption={m.caption}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    empty={
      <EmptyState title={m.none} level={2}>
        {m.noneText}
      </EmptyState>
    }
    columns={[
      {
        key: 'what',
        label: m.columns.what,
        cell: (r) => <AppLink href={paths.libraryItem(r.id)}>{r.title}</AppLink>,
      },
      { key: 'kind', label: m.columns.kind, cell: (r) => m.kind[r.kind] },
      { key: 'theme', label: m.columns.theme, cell: (r) => knowledgeMessages.theme[r.theme] },
      { key: 'variant', label: m.columns.variant, cell: (r) => r.variantKey ?? m.each },
      { key: 'author', label: m.columns.author, cell: (r) => r.author },
      {
        key: 'date',
        label: m.columns.date,
        cell: (r) => <span className="nowrap">{formatDate(r.datedOn)}</span>,
      },
    ]}
  />
)

/** What the voivodeship's teams learn from. */
export default definePage({
  permission: 'library.list',
  render: async ({ search }) => {
    const { q = '', rodzaj = '', temat = '', wariant = '', stan = '' } = search
    const list = await readPage((read) =>
      read(listLibrary, {
        q,
        kind: rodzaj as LibraryKind,
        theme: temat as Theme,
        variant: wariant,
        withdrawn: stan === 'wycofane',
      }),
    )
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            list.mayAdd && (
              <LinkButton href={paths.libraryNew()} icon="plus" inline>
                {m.add}
              </LinkButton>
            )
          }
        />
        <SearchForm
          action={paths.library()}
          label={m.search}
          defaultValue={q}
          clearHref={q || rodzaj || temat || wariant || stan ? paths.library() : undefined}
        >
          <Select
            name="rodzaj"
            label={m.kindLabel}
            defaultValue={rodzaj}
            placeholder={m.anyKind}
            options={kindOptions}
          />
          <Select
            name="temat"
            label={knowledgeMessages.themeLabel}
            defaultValue={temat}
            placeholder={knowledgeMessages.anyTheme}
            options={themeOptions(themes)}
          />
          <Select
            name="wariant"
            label={m.variant}
            defaultValue={wariant}
            placeholder={m.anyVariant}
            options={libraryVariants()}
          />
          {list.mayAdd && (
            <Select
              name="stan"
              label={m.which}
              defaultValue={stan}
              placeholder={m.live}
              options={[{ value: 'wycofane', label: m.withdrawn }]}
            />
          )}
        </SearchForm>
        <div className="mt-4">
          <Items rows={list.rows} />
        </div>
      </>
    )
  },
})
