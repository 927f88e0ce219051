import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/inputs'
import { dataCategories } from '@/lib/catalogue'
import { storyMessages as m } from '@/lib/messages/pl/story'
import { type HistoryPage, storyParts } from '@/lib/story'
import type { Search } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

/** The filter as the address holds it. */
export const wantedOf = (search: Search) => ({
  personId: search.osoba || null,
  institutionId: search.instytucja || null,
  category: dataCategories.find((c) => c === search.kategoria) ?? null,
  part: storyParts.find((p) => p === search.rodzaj) ?? null,
})

export const paramsOf = ({ filter }: HistoryPage) => ({
  osoba: filter.personId ?? undefined,
  instytucja: filter.institutionId ?? undefined,
  kategoria: filter.category ?? undefined,
  rodzaj: filter.part ?? undefined,
})

/** What is chosen, in words, for the sheet of paper. */
export const chosenWords = ({ filter, choices }: HistoryPage): string =>
  [
    filter.part && m.parts[filter.part],
    choices.persons.find((c) => c.value === filter.personId)?.label,
    choices.institutions.find((c) => c.value === filter.institutionId)?.label,
    choices.categories.find((c) => c.value === filter.category)?.label,
  ]
    .filter(Boolean)
    .join(', ')

/** Member, institution, category and kind; the address is the state, so it works without JavaScript. */
export const Filters = ({ caseId, page }: { caseId: string; page: HistoryPage }) => {
  const { choices, filter } = page
  const parts = choices.parts.map((value) => ({ value, label: m.parts[value] }))
  const fields = [
    { name: 'rodzaj', label: m.part, options: parts, all: m.allParts, now: filter.part },
    { name: 'osoba', label: m.person, options: choices.persons, all: m.allPersons, now: filter.personId },
    {
      name: 'instytucja',
      label: m.institution,
      options: choices.institutions,
      all: m.allInstitutions,
      now: filter.institutionId,
    },
    {
      name: 'kategoria',
      label: m.category,
      options: choices.categories,
      all: m.allCategories,
      now: filter.category,
    },
  ].filter(({ options }) => options.length > 1)
  if (fields.length === 0) return null
  return (
    <form action={paths.caseHistory(caseId)} method="get" className="search-form mb-4">
      {fields.map(({ name, label, options, all, now }, i) => (
        <Select
          key={name}
          name={name}
          label={label}
          options={options}
          placeholder={all}
          defaultValue={now ?? ''}
          width={i === 0 ? 'full' : 'short'}
        />
      ))}
      <Button type="submit" variant={2} inline>
        {m.filter}
      </Button>
      {chosenWords(page) && <AppLink href={paths.caseHistory(caseId)}>{m.clear}</AppLink>}
    </form>
  )
}
