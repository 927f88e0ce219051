import { institutionKinds } from '@/lib/catalogue'
import type { Actor, Role } from '@/lib/policy/actor'

/** Where a giver may give: the own institution, those of the own voivodeship, parties of a coordinated team, any ROPS. */
type Where = 'own' | 'region' | 'team' | 'rops'
type Rule = { readonly where: Where; readonly roles: readonly Role[] }

const ofStaff = ['decydent', 'specjalista', 'wykonawca'] as const
const ofUnit = [
  ...ofStaff,
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_rodziny',
  'asystent_rodziny',
  'radny',
  'admin_lokalny',
  'iod',
] as const

/**
 * Domain 3.6, row "People and roles": who may give which role, and where. `app.may_grant` is the second lock and says
 * the same. Roles of a team (koordynator_zespolu) are given with the team (team.appoint), those of a case with the
 * case (case.assign); `operator` and `ministerstwo` are made with the installation.
 */
export const grantableRoles: Partial<Record<Role, readonly Rule[]>> = {
  admin_lokalny: [{ where: 'own', roles: [...ofUnit, 'rops_koordynator', 'animator', 'ekspert', 'audytor'] }],
  lider_gminny: [{ where: 'own', roles: ofUnit }],
  lider_powiatowy: [{ where: 'own', roles: ofUnit }],
  decydent: [{ where: 'own', roles: ofStaff }],
  rops_koordynator: [
    { where: 'own', roles: ['rops_koordynator', 'animator', 'ekspert', 'admin_lokalny', 'iod'] },
    { where: 'region', roles: ['decydent', 'radny', 'lider_gminny', 'lider_powiatowy', 'admin_lokalny'] },
  ],
  animator: [{ where: 'region', roles: ['decydent', 'radny', 'lider_gminny', 'lider_powiatowy'] }],
  operator: [{ where: 'rops', roles: ['admin_lokalny'] }],
  koordynator_zespolu: [{ where: 'team', roles: [...ofStaff, 'radny'] }],
}

export type Place = {
  readonly institutionId: string
  readonly kindKey: string
  readonly wojewodztwoCode: string
  /** A live party of a team that the actor coordinates. */
  readonly inCoordinatedTeam: boolean
}

const opsSide = ['ops', 'cus', 'mopr']
/** Experts come from the bodies that advise (domain 3.4, 3.5): a school's clerk would else see the teams of the region. */
const advises = (kindKey: string): boolean =>
  institutionKinds().some(({ key, gpzkRole }) => key === kindKey && gpzkRole === 'wsparcie')
const councils = ['rada_gminy', 'rada_powiatu']

/** Which kinds of institution have people in this role (domain 3.5), the same as `app.role_fits`. */
const fits: Partial<Record<Role, (kindKey: string) => boolean>> = {
  lider_gminny: (kind) => opsSide.includes(kind),
  lider_powiatowy: (kind) => kind === 'pcpr' || kind === 'mopr',
  koordynator_rodziny: (kind) => opsSide.includes(kind),
  asystent_rodziny: (kind) => [...opsSide, 'pcpr', 'ngo'].includes(kind),
  rops_koordynator: (kind) => kind === 'rops',
  animator: (kind) => kind === 'rops',
  ekspert: advises,
  radny: (kind) => [...councils, 'urzad_gminy', 'starostwo', 'solectwo'].includes(kind),
}

const reachesPlace = (actor: Actor, where: Where, place: Place): boolean => {
  if (where === 'own') return place.institutionId === actor.institutionId
  if (where === 'region') return place.wojewodztwoCode === actor.wojewodztwoCode
  if (where === 'rops') return place.kindKey === 'rops'
  return place.inCoordinatedTeam
}

/** Roles that this person may give to people of this institution, in the order of the table of domain 3.5. */
export const rolesToGive = (actor: Actor, place: Place): Role[] => {
  const given = new Set(
    actor.assignments.flatMap(({ role }) =>
      (grantableRoles[role] ?? [])
        .filter((rule) => reachesPlace(actor, rule.where, place))
        .flatMap((rule) => rule.roles),
    ),
  )
  const council = councils.includes(place.kindKey)
  return [...given].filter(
    (role) =>
      (fits[role]?.(place.kindKey) ?? true) && (!council || ['radny', 'admin_lokalny', 'iod'].includes(role)),
  )
}
