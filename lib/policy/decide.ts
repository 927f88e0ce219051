import type { Actor, Assignment } from '@/lib/policy/actor'
import { type Grant, grants, type Reach } from '@/lib/policy/grants'
import type { Permission } from '@/lib/policy/permissions'

/** What policy must know of a subject. Only the fields that the permission's reaches ask for need to be there. */
export type Facts = {
  readonly wojewodztwoCode?: string | null
  readonly institutionId?: string | null
  /** Nobody but the person concerned heads the institution (app.has_other_head). */
  readonly orphaned?: boolean
  /** A ROPS. */
  readonly regionalCentre?: boolean
  /** The own institution serves the gmina. */
  readonly servesGmina?: boolean
  readonly teamId?: string | null
  /** The own institution is a live member of the team (or leads it). */
  readonly memberOfTeam?: boolean
  readonly caseId?: string | null
  readonly ownerInstitutionId?: string | null
  /** The own institution takes part in the case today. */
  readonly participates?: boolean
  /** A live consent or basis opens the subject to the own institution (app.case_open, app.granted). */
  readonly open?: boolean
  readonly providerInstitutionId?: string | null
  readonly responsibleUserId?: string | null
  /** The responsible person is away and named the actor to stand in (app.stands_for). */
  readonly standsIn?: boolean
  readonly expertId?: string | null
  readonly expertInstitutionId?: string | null
  readonly animatorId?: string | null
  readonly animatorInstitutionId?: string | null
  readonly authorId?: string | null
  readonly authorInstitutionId?: string | null
}

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'role' | 'consent' }

const same = (a: string | null | undefined, b: string | null | undefined): boolean => a != null && a === b

const inRegion = (a: Assignment, f: Facts, actor: Actor): boolean =>
  same(a.wojewodztwoCode ?? actor.wojewodztwoCode, f.wojewodztwoCode)

/** The named responsible person, or who stands in for them today. */
const inPlace = (f: Facts, actor: Actor): boolean =>
  same(f.responsibleUserId, actor.userId) || f.standsIn === true

const reaches = {
  everywhere: () => true,
  region: inRegion,
  institution: (_a, f, actor) => same(f.institutionId, actor.institutionId),
  orphaned: (a, f, actor) => f.orphaned === true && inRegion(a, f, actor),
  regionalCentre: (_a, f) => f.regionalCentre === true,
  ownArea: (_a, f) => f.servesGmina === true,
  memberTeam: (_a, f) => f.memberOfTeam === true,
  assignedTeam: (a, f) => same(a.teamId, f.teamId),
  unit: (_a, f, actor) => same(f.ownerInstitutionId, actor.institutionId),
  participating: (_a, f, actor) => f.participates === true || same(f.ownerInstitutionId, actor.institutionId),
  teamCases: (a, f) => same(a.teamId, f.teamId),
  case: (a, f) => same(a.caseId, f.caseId),
  provider: (_a, f, actor) => same(f.providerInstitutionId, actor.institutionId),
  line: (_a, f, actor) => same(f.providerInstitutionId, actor.institutionId) && inPlace(f, actor),
  consulted: (_a, f, actor) =>
    same(f.expertId, actor.userId) && same(f.expertInstitutionId, actor.institutionId),
  ownLine: (_a, f, actor) =>
    same(f.ownerInstitutionId, actor.institutionId) &&
    same(f.providerInstitutionId, actor.institutionId) &&
    inPlace(f, actor),
  animated: (_a, f, actor) =>
    same(f.animatorId, actor.userId) && same(f.animatorInstitutionId, actor.institutionId),
  author: (_a, f, actor) =>
    same(f.authorId, actor.userId) && same(f.authorInstitutionId, actor.institutionId),
} satisfies Record<Reach, (assignment: Assignment, facts: Facts, actor: Actor) => boolean>

/** Reaches into a case: for every institution but the owner they need a live consent or basis (domain 3.6, 5.3.7). */
const needConsent: ReadonlySet<Reach> = new Set(['participating', 'teamCases', 'case', 'provider', 'line'])
/** Of these, the ones that need the institution to take part; a provider is reached through its line instead. */
const needParticipation: ReadonlySet<Reach> = new Set(['participating', 'teamCases', 'case'])

/**
 * May this person do this to this subject? Default deny; the reason says whether a role is missing or only the
 * family's consent, so that the page can say what to do.
 */
export const decide = (actor: Actor, permission: Permission, facts: Facts): Decision => {
  const grant: Grant = grants[permission]
  const free = facts.ownerInstitutionId == null || same(facts.ownerInstitutionId, actor.institutionId)
  let roleFits = false
  // asked some hundred times for a page: no lists are made here
  for (const assignment of actor.assignments) {
    const given = grant[assignment.role]
    if (given === undefined) continue
    for (const reach of typeof given === 'string' ? [given] : given) {
      if (!reaches[reach](assignment, facts, actor)) continue
      roleFits = true
      if (free || !needConsent.has(reach)) return { allowed: true }
      if (facts.open === true && (facts.participates === true || !needParticipation.has(reach)))
        return { allowed: true }
    }
  }
  return { allowed: false, reason: roleFits ? 'consent' : 'role' }
}

export const may = (actor: Actor, permission: Permission, facts: Facts): boolean =>
  decide(actor, permission, facts).allowed

/** Could any subject at all be reached? For navigation and list pages. */
export const couldEver = (actor: Actor, permission: Permission): boolean =>
  actor.assignments.some((a) => (grants[permission] as Grant)[a.role] !== undefined)

/** The buttons of a view model, from the same rules that the server obeys. */
export const mayAll = <P extends Permission>(
  actor: Actor,
  facts: Facts,
  ...wanted: P[]
): Record<P, boolean> =>
  Object.fromEntries(wanted.map((p) => [p, may(actor, p, facts)])) as Record<P, boolean>
