import type { IconName } from '@/components/ui/icon'
import { navigationNames as n } from '@/lib/messages/pl/navigation'
import { type Actor, type Role, rolesOf } from '@/lib/policy/actor'
import { paths } from '@/lib/web/paths'

export type NavItem = {
  readonly label: string
  readonly href: string
  readonly icon: IconName
  /** pages that belong to this item, where they do not lie below its own address */
  readonly under?: string | readonly string[]
}

/** What the voivodeship passes on to its teams, under one item. */
const knowledgePaths = [
  paths.school(),
  paths.wzk(),
  paths.questions(),
  paths.modelConsultations(),
  paths.library(),
]

const item = {
  myServices: { label: n.myServices, href: paths.myServices(), icon: 'basket' },
  institutionServices: { label: n.institutionServices, href: paths.myServices(), icon: 'basket' },
  myCases: { label: n.myCases, href: paths.cases(), icon: 'home' },
  cases: { label: n.cases, href: paths.cases(), icon: 'home' },
  work: { label: n.work, href: paths.work(), icon: 'check' },
  teams: { label: n.teams, href: paths.teams(), icon: 'team' },
  referrals: { label: n.referrals, href: paths.referrals(), icon: 'plus' },
  catalogue: { label: n.catalogue, href: paths.catalogue(), icon: 'book' },
  institutions: { label: n.institutions, href: paths.institutions(), icon: 'pin' },
  region: { label: n.region, href: paths.region(), icon: 'map' },
  programme: { label: n.programme, href: paths.programme(), icon: 'cal' },
  country: { label: n.country, href: paths.country(), icon: 'map' },
  indicators: { label: n.indicators, href: paths.indicators(), icon: 'chart' },
  consultations: { label: n.consultations, href: paths.consultations(), icon: 'chat' },
  consentRegister: { label: n.consents, href: paths.consentRegister(), icon: 'seal' },
  destruction: { label: n.destruction, href: paths.destruction(), icon: 'file' },
  accessLog: { label: n.accessLog, href: paths.accessLog(), icon: 'eye' },
  territory: { label: n.territory, href: paths.territory(), icon: 'map' },
  knowledge: { label: n.knowledge, href: paths.school(), icon: 'book', under: knowledgePaths },
} as const satisfies Record<string, NavItem>

/** The one team of this person, where the assignments name exactly one. */
const onlyTeam = (actor: Actor): string | null => {
  const ids = new Set(actor.assignments.flatMap((a) => a.teamId ?? []))
  return ids.size === 1 ? ([...ids][0] ?? null) : null
}

/** Items whose address depends on who asks: the own team, the own institution. */
const own = {
  board: (actor) => {
    const id = onlyTeam(actor)
    return id ? { label: n.team, href: paths.teamBoard(id), icon: 'team', under: paths.team(id) } : item.teams
  },
  reports: (actor) => {
    const id = onlyTeam(actor)
    return { label: n.reports, href: id ? paths.teamFigures(id) : paths.reports(), icon: 'chart' }
  },
  people: (actor) => ({ label: n.people, href: paths.people(actor.institutionId), icon: 'person' }),
  institution: (actor) => ({
    label: n.institution,
    href: paths.institution(actor.institutionId),
    icon: 'pin',
  }),
} as const satisfies Record<string, (actor: Actor) => NavItem>

type Place = NavItem | ((actor: Actor) => NavItem)

/**
 * Navigation of one role, what is needed most first; the first item is its home (design, "Navigation by role"). Only
 * what exists is shown.
 */
const byRole = {
  wykonawca: [item.myServices, item.referrals, item.catalogue, item.knowledge],
  specjalista: [item.myCases, item.myServices, item.referrals, item.teams, item.catalogue, item.knowledge],
  decydent: [
    item.institutionServices,
    item.teams,
    item.referrals,
    item.catalogue,
    own.institution,
    item.knowledge,
  ],
  asystent_rodziny: [
    item.myCases,
    item.myServices,
    item.teams,
    item.referrals,
    item.catalogue,
    item.knowledge,
  ],
  koordynator_rodziny: [
    item.myCases,
    item.myServices,
    item.referrals,
    item.teams,
    item.catalogue,
    item.knowledge,
  ],
  koordynator_zespolu: [own.board, item.cases, item.referrals, own.reports, item.catalogue, item.knowledge],
  lider_gminny: [
    own.board,
    item.cases,
    item.referrals,
    own.reports,
    item.accessLog,
    item.catalogue,
    item.institutions,
    own.people,
    item.destruction,
    item.knowledge,
  ],
  lider_powiatowy: [
    item.work,
    item.teams,
    item.cases,
    own.reports,
    item.referrals,
    item.accessLog,
    item.catalogue,
    item.institutions,
    own.people,
    item.destruction,
    item.knowledge,
  ],
  radny: [item.teams, own.reports, item.catalogue, item.knowledge],
  ekspert: [item.consultations, item.teams, item.catalogue, item.knowledge],
  admin_lokalny: [own.people, own.institution, item.catalogue, item.knowledge],
  operator: [item.institutions, item.catalogue, item.territory],
  audytor: [item.cases, item.teams, own.reports, item.accessLog, item.destruction, item.knowledge],
  animator: [
    item.region,
    item.programme,
    item.teams,
    item.institutions,
    item.knowledge,
    item.catalogue,
    item.indicators,
    item.territory,
  ],
  rops_koordynator: [
    item.region,
    item.programme,
    item.teams,
    item.institutions,
    item.knowledge,
    item.catalogue,
    item.indicators,
    item.territory,
  ],
  ministerstwo: [item.country, item.indicators, item.catalogue, item.territory],
  iod: [item.accessLog, item.consentRegister, item.destruction, item.teams, item.knowledge],
} as const satisfies Record<Role, readonly Place[]>

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

/**
 * Every place of this person, most needed first: the home of each role, then the rest role by role. The bar shows what
 * fits and puts the rest under "Więcej", so that a second role never pushes a home out.
 */
export const navigationFor = (actor: Actor): NavItem[] => {
  const held = rolesOf(actor)
  const lists = homeOrder.filter((role) => held.has(role)).map((role): readonly Place[] => byRole[role])
  const wanted = [
    ...lists.flatMap((places) => places.slice(0, 1)),
    ...lists.flatMap((places) => places.slice(1)),
  ]
  const items: NavItem[] = []
  for (const place of wanted) {
    const next = typeof place === 'function' ? place(actor) : place
    if (!items.some(({ href, label }) => href === next.href || label === next.label)) items.push(next)
  }
  return items
}

/** First page of this person in this working context. */
export const homeFor = (actor: Actor): string => navigationFor(actor)[0]?.href ?? paths.account()
