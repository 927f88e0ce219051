import type { Rung } from '@/components/programme/stage-ladder'
import { programmeMessages as m } from '@/lib/messages/pl/programme'
import { type ProgrammeList, planFilters, teamFilters } from '@/lib/programme'
import type { Search } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

/** The same list with another filter, order or page. */
export const href = (search: Search, change: Search): string =>
  paths.programme({
    q: search.q,
    stan: search.stan,
    zespol: search.zespol,
    etap: search.etap,
    sort: search.sort,
    ...change,
  })

const stageName = (key: string): string =>
  key === 'none' ? m.notStarted : (m.stages[key as keyof typeof m.stages] ?? key)

/** The bars of the picture, each leading to its gminas. */
export const rungsOf = (list: ProgrammeList, search: Search): Rung[] =>
  list.ladder.map(({ stage, gminas, late }) => ({
    id: stage,
    label: stageName(stage),
    gminas,
    late,
    href: paths.programme({ etap: stage }),
    now: search.etap === stage,
  }))

/** Filters of the list with their counts. */
export const chipsOf = (list: ProgrammeList, search: Search) =>
  planFilters
    .filter((key) => key !== 'moje' || list.own)
    .map((key) => ({
      href: href(search, { stan: key === 'plan' ? undefined : key, etap: undefined, zespol: undefined }),
      label: m.filterCount(m.filters[key], list.counts[key]),
      pressed: (search.stan ?? 'plan') === key,
    }))

/** What a picture or the region's page narrowed the list to. */
export const narrowed = ({ zespol, etap }: Search): string | null => {
  const team = teamFilters.find((one) => one === zespol)
  if (team) return m.teamFilters[team]
  return etap ? m.stageFilter(stageName(etap)) : null
}
