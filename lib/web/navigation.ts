import type { IconName } from '@/components/ui/icon'
import { navigationNames as n } from '@/lib/messages/pl/navigation'
import { type Actor, type Role, rolesOf } from '@/lib/policy/actor'
import { paths } from '@/lib/web/paths'

export type NavItem = { readonly label: string; readonly href: string; readonly icon: IconName }

const item = {
  myServices: { label: n.myServices, href: paths.myServices(), icon: 'basket' },
  institutionServices: { label: n.institutionServices, href: paths.myServices(), icon: 'basket' },
  myCases: { label: n.myCases, href: paths.cases(), icon: 'home' },
  cases: { label: n.cases, href: paths.cases(), icon: 'home' },
  teams: { label: n.teams, href: paths.teams(), icon: 'team' },
  referrals: { label: n.referrals, href: paths.referrals(), icon: 'plus' },
  catalogue: { label: n.catalogue, href: paths.catalogue(), icon: 'book' },
  institutions: { label: n.institutions, href: paths.institutions(), icon: 'team' },
  region: { label: n.region, href: paths.region(), icon: 'map' },
  country: { label: n.country, href: paths.country(), icon: 'map' },
  indicators: { label: n.indicators, href: paths.indicators(), icon: 'book' },
  consultations: { label: n.consultations, href: paths.consultations(), icon: 'chat' },
  consentRegister: { label: n.consents, href: paths.consentRegister(), icon: 'seal' },
  accessLog: { label: n.accessLog, href: paths.accessLog(), icon: 'eye' },
} as const satisfies Record<string, NavItem>

/** Navigation of one role: the first item is its home (design, "Navigation by role"). Only what exists is shown. */
const byRole = {
  wykonawca: [item.myServices, item.referrals, item.catalogue],
  specjalista: [item.myCases, item.myServices, item.referrals, item.teams, item.catalogue],
  decydent: [item.institutionServices, item.teams, item.referrals, item.catalogue],
  asystent_rodziny: [item.myCases, item.teams, item.referrals, item.catalogue],
  koordynator_rodziny: [item.myCases, item.referrals, item.teams, item.catalogue],
  koordynator_zespolu: [item.teams, item.cases, item.referrals, item.catalogue],
  lider_gminny: [item.teams, item.cases, item.referrals, item.accessLog, item.catalogue],
  lider_powiatowy: [item.teams, item.cases, item.referrals, item.accessLog, item.catalogue],
  radny: [item.teams, item.catalogue],
  ekspert: [item.consultations, item.teams, item.catalogue],
  admin_lokalny: [item.institutions, item.catalogue],
  operator: [item.institutions, item.catalogue],
  audytor: [item.cases, item.teams, item.accessLog],
  animator: [item.region, item.teams, item.institutions, item.catalogue],
  rops_koordynator: [item.region, item.teams, item.institutions, item.catalogue],
  ministerstwo: [item.country, item.indicators, item.catalogue],
  iod: [item.accessLog, item.consentRegister, item.teams],
} as const satisfies Record<Role, readonly NavItem[]>

/** The role whose home comes first when a person holds several: who works with families before who watches. */
const homeOrder: readonly Role[] = [
  'koordynator_rodziny',
  'asystent_rodziny',
  'koordynator_zespolu',
  'lider_gminny',
  'lider_powiatowy',
  'specjalista',
  'decydent',
  'wykonawca',
  'rops_koordynator',
  'animator',
  'ministerstwo',
  'ekspert',
  'radny',
  'audytor',
  'iod',
  'admin_lokalny',
  'operator',
]

/** At most five items, those of the main role first; a person of several roles gets the union. */
export const navigationFor = (actor: Actor): NavItem[] => {
  const roles = rolesOf(actor)
  const items = new Map<string, NavItem>()
  for (const role of homeOrder)
    if (roles.has(role)) for (const i of byRole[role]) if (!items.has(i.href)) items.set(i.href, i)
  return [...items.values()].slice(0, 5)
}

/** First page of this person in this working context. */
export const homeFor = (actor: Actor): string => navigationFor(actor)[0]?.href ?? paths.account()
