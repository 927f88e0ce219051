import { mendFilter, removeFilter } from '@/app/(app)/sprawy/filter-actions'
import { filterHref } from '@/app/(app)/sprawy/filters'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormCheckbox, FormHidden, FormText } from '@/components/ui/form-fields'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { listFilters, type SavedFilter } from '@/lib/cases'
import { filterMessages } from '@/lib/messages/pl/case-filters'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = filterMessages.page
const list = caseMessages.list
export const metadata = { title: m.title }

const stageOf = (stage: string): string => {
  if (stage === 'open') return list.open
  return stage === 'all' ? list.all : (stageNames[stage as keyof typeof stageNames]?.name ?? stage)
}

const wordsOf = ({ stage, waits, order }: SavedFilter): string =>
  [stageOf(stage), waits && filterMessages.byWaits[waits], list.order[order]].filter(Boolean).join(', ')

const One = ({ filter }: { filter: SavedFilter }) => (
  <Sheet pad className="stack-4">
    <p>
      <AppLink href={filterHref(filter)}>{filter.name}</AppLink>
      <span className="block soft">
        {wordsOf(filter)}
        {filter.isDefault && ` (${m.first})`}
      </span>
    </p>
    <ActionForm
      action={mendFilter}
      submitLabel={m.mend}
      submitVariant={2}
      label={m.mendOf(filter.name)}
      small
    >
      <FormHidden name="filterId" value={filter.id} />
      <FormHidden name="version" value={filter.version} />
      <FormText name="name" label={filterMessages.name} defaultValue={filter.name} maxLength={60} required />
      <FormCheckbox name="isDefault" label={filterMessages.isDefault} defaultChecked={filter.isDefault} />
    </ActionForm>
    <ActionForm
      action={removeFilter}
      submitLabel={m.remove}
      submitVariant="bad"
      label={m.removeOf(filter.name)}
      small
    >
      <FormHidden name="filterId" value={filter.id} />
    </ActionForm>
  </Sheet>
)

/** The own filters: another name, another default, or gone. */
export default definePage({
  permission: 'filter.list',
  render: async () => {
    const filters = await readPage((read) => read(listFilters, {}))
    return (
      <div className="task">
        <PageHead title={m.title} lead={m.lead} actions={<AppLink href={paths.cases()}>{m.back}</AppLink>} />
        {filters.length === 0 ? (
          <EmptyState title={m.empty} level={2}>
            {m.emptyText}
          </EmptyState>
        ) : (
          <div className="stack-4">
            {filters.map((filter) => (
              <One key={filter.id} filter={filter} />
            ))}
          </div>
        )}
      </div>
    )
  },
})
