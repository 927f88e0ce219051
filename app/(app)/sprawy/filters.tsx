import { saveFilter } from '@/app/(app)/sprawy/filter-actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { ChipLinks } from '@/components/ui/choices'
import { FormCheckbox, FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import type { CaseWaits, SavedFilter } from '@/lib/cases'
import { filterMessages as m } from '@/lib/messages/pl/case-filters'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

/** What the list shows: of the address, or of the default filter. */
export type Choice = {
  readonly q?: string
  readonly stage: string
  readonly order: string
  readonly waits?: CaseWaits
  readonly teamId?: string
}

export const filterHref = ({ stage, waits, order, teamId }: SavedFilter): string =>
  withParams(paths.cases(), { stage, order, waits: waits ?? undefined, team: teamId ?? undefined })

const isChosen = (choice: Choice, filter: SavedFilter): boolean =>
  !choice.q &&
  choice.stage === filter.stage &&
  choice.order === filter.order &&
  (choice.waits ?? null) === filter.waits &&
  (choice.teamId ?? null) === filter.teamId

/** The own filters as links; nothing where there are none. */
export const FilterChips = ({ filters, choice }: { filters: readonly SavedFilter[]; choice: Choice }) =>
  filters.length > 0 && (
    <div className="row between mt-4">
      <ChipLinks
        label={m.chips}
        items={[
          {
            href: withParams(paths.cases(), { stage: 'open' }),
            label: m.everything,
            pressed: choice.stage === 'open' && !choice.q && !choice.waits && !choice.teamId,
          },
          ...filters.map((filter) => ({
            href: filterHref(filter),
            label: filter.name,
            pressed: isChosen(choice, filter),
          })),
        ]}
      />
      <AppLink href={paths.caseFilters()}>{m.manage}</AppLink>
    </div>
  )

/** The present choice under a name; the searched words stay out. */
export const SaveFilter = ({ choice }: { choice: Choice }) => (
  <Disclosure summary={m.open}>
    <ActionForm action={saveFilter} submitLabel={m.save} submitVariant={2} label={m.open}>
      <FormHidden name="stage" value={choice.stage} />
      <FormHidden name="order" value={choice.order} />
      <FormHidden name="waits" value={choice.waits ?? ''} />
      <FormHidden name="teamId" value={choice.teamId ?? ''} />
      <FormText name="name" label={m.name} hint={m.nameHint} maxLength={60} required />
      <FormCheckbox name="isDefault" label={m.isDefault} />
      {choice.q && <p className="muted">{m.words}</p>}
    </ActionForm>
  </Disclosure>
)
