import { glanceMessages } from '@/lib/messages/pl/glance'
import { teamMessages, teamStatusNames } from '@/lib/messages/pl/teams'
import { teamRisks } from '@/lib/teams'
import type { Search } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const m = teamMessages.list

const statuses = ['initiated', 'agreement', 'active', 'suspended', 'dissolved'] as const

/** The same list with another filter, order or page. */
export const href = (search: Search, change: Search): string =>
  withParams(paths.teams(), {
    q: search.q,
    etap: search.etap,
    ryzyko: search.ryzyko,
    sort: search.sort,
    ...change,
  })

/** What the region's page narrowed the list to, in words. */
export const narrowed = ({ etap, ryzyko }: Search): string | null => {
  if (etap === 'tworzone') return glanceMessages.teamFilter.tworzone
  if (ryzyko === 'kazde') return glanceMessages.teamFilter.kazde
  return teamRisks.some((risk) => risk === ryzyko)
    ? glanceMessages.risks[ryzyko as (typeof teamRisks)[number]]
    : null
}

/** Filters by state, as links. */
export const filters = (search: Search) => [
  { href: href(search, { etap: undefined }), label: m.all, pressed: !search.etap },
  ...statuses.map((s) => ({
    href: href(search, { etap: s }),
    label: teamStatusNames[s],
    pressed: search.etap === s,
  })),
]
