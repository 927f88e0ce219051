import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/inputs'
import type { Basket, LineStatus, LineView } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { lineStatusNames } from '@/lib/messages/pl/baskets'
import { paths } from '@/lib/web/paths'

const m = basketMessages.lines

export type Wanted = { readonly status: string | undefined; readonly personId: string | undefined }

/** A line for everybody is for each person too. */
const isFor = (line: LineView, personId: string): boolean =>
  line.beneficiaries.length + line.hiddenBeneficiaries === 0 ||
  line.beneficiaries.some((p) => p.id === personId)

export const filtered = (lines: readonly LineView[], { status, personId }: Wanted): LineView[] =>
  lines.filter((line) => (!status || line.status === status) && (!personId || isFor(line, personId)))

/** Which lines of the table: by state and by person; the address is the state, so it works without JavaScript. */
export const Filters = ({ caseId, basket, wanted }: { caseId: string; basket: Basket; wanted: Wanted }) => {
  const people = new Map(basket.lines.flatMap((line) => line.beneficiaries.map((p) => [p.id, p.name])))
  const statuses = [...new Set(basket.lines.map((line) => line.status))]
  if (basket.lines.length < 4) return null
  return (
    <form action={`${paths.caseBasket(caseId)}#pozycje`} method="get" className="search-form mb-4">
      <Select
        name="stan"
        label={m.state}
        options={statuses.map((value: LineStatus) => ({ value, label: lineStatusNames[value] }))}
        placeholder={m.allStates}
        defaultValue={wanted.status ?? ''}
        width="short"
      />
      {people.size > 1 && (
        <Select
          name="osoba"
          label={m.person}
          options={[...people].map(([value, label]) => ({ value, label }))}
          placeholder={m.allPeople}
          defaultValue={wanted.personId ?? ''}
          width="short"
        />
      )}
      <Button type="submit" variant={2} inline>
        {m.filter}
      </Button>
      {(wanted.status || wanted.personId) && (
        <AppLink href={`${paths.caseBasket(caseId)}#pozycje`}>{m.clear}</AppLink>
      )}
    </form>
  )
}
