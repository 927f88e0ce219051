import { addCalendarDays, addMonths, deadline } from '@/lib/calendar'
import { stageTermKeys } from '@/lib/cases/state'
import type { IsoDate } from '@/lib/format/dates'
import { standardTerms } from '@/lib/variants/terms'
import { labelOf } from '@/prisma/seed/demo/case/family'
import { isMinimised, keepsContent, reached, type Story } from '@/prisma/seed/demo/case/story'
import type { Staff } from '@/prisma/seed/demo/people'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** The referral sheet that began it, with the persons named in it. */
export const addReferral = (world: World, story: Story, referrer: Staff): void => {
  if (!keepsContent(story)) return
  const id = idOf('referral', story.key)
  const submitted = reached(story, 'submitted') ?? world.today
  world.add('referral', {
    id,
    team_id: story.team.id,
    institution_id: referrer.institution.id,
    author_id: referrer.desk[0] ?? referrer.head,
    status: 'submitted',
    subject: story.archetype.subject,
    family_label: labelOf(story),
    reason_keys: story.archetype.reasons,
    situation: isMinimised(story) ? null : story.archetype.situation,
    exhausted_means: isMinimised(story) ? null : story.archetype.exhausted,
    legal_basis: 'UPS100',
    pre_consent_on: world.random.chance(0.6) ? submitted : null,
    case_id: story.id,
    submitted_at: world.at(submitted, 60),
    created_at: world.at(addCalendarDays(submitted, -1)),
    updated_at: world.at(submitted, 60),
  })
  story.persons.forEach((person, position) => {
    world.add('referral_person', {
      id: idOf('referral-person', story.key, position),
      referral_id: id,
      team_id: story.team.id,
      given_name: person.given,
      family_name: person.family,
      relation_key: person.member.relation,
      born_on: person.bornOn,
      position,
      person_id: person.id,
    })
  })
}

const dueOn = (
  story: Story,
  since: IsoDate,
  planEnds: IsoDate | null,
  reviewOn: IsoDate | null,
): IsoDate | null => {
  const key = stageTermKeys.find((known) => known === story.status)
  if (key) return deadline(since, standardTerms[key])
  if (story.status === 'inProgress') return planEnds
  return story.status === 'suspended' ? reviewOn : null
}

export type CaseDates = {
  readonly familyId: string | null
  readonly consentOn: IsoDate | null
  readonly firstServiceOn: IsoDate | null
  readonly planEnds: IsoDate | null
}

/** Number, stage and dates: the number is given when all cases of the gmina and year are known. */
export const addCaseRow = (world: World, story: Story, referrer: Staff, dates: CaseDates): void => {
  const last = story.steps.at(-1)
  const since = last?.on ?? world.today
  const diagnosis = reached(story, 'diagnosis')
  const reviewOn = story.status === 'suspended' ? deadline(since, { unit: 'calendar', count: 60 }) : null
  const meeting = diagnosis ? addCalendarDays(diagnosis, 5) : null
  world.add('family_case', {
    id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    family_id: dates.familyId,
    gmina_code: story.team.gmina,
    subject: story.archetype.subject,
    status: story.status,
    status_since: since,
    due_on: dueOn(story, since, dates.planEnds, reviewOn),
    opened_on: reached(story, 'submitted') ?? since,
    qualified_on: reached(story, 'qualified') ?? null,
    consent_on: dates.consentOn,
    first_meeting_on: meeting && meeting <= world.today ? meeting : null,
    plan_in_force_on: reached(story, 'inProgress') ?? null,
    first_service_on: dates.firstServiceOn,
    closed_on: reached(story, 'closed') ?? null,
    review_on: reviewOn,
    outcome_key: story.spec.outcome ?? null,
    closing_reason_key: reached(story, 'closed') ? (story.spec.closing ?? null) : null,
    referring_institution_id: referrer.institution.id,
    is_sample: true,
    created_at: story.steps[0]?.at ?? world.at(since),
    updated_at: last?.at ?? world.at(since),
    version: story.steps.length,
  })
}

const notes: Readonly<Record<string, string>> = {
  qualified: 'Trudności są liczne, a możliwości jednej instytucji wyczerpane.',
  rejected: 'Zgłaszający otrzymał odpowiedź z uzasadnieniem i wskazaniem, gdzie szukać pomocy.',
  redirected: 'Przekierowano do innej procedury.',
  suspended: 'Rodzina wyjechała na leczenie; przerwa uzgodniona z koordynatorką.',
  archived: 'Minął okres przechowywania w komórce.',
  erased: 'Usunięto treść po zatwierdzonym brakowaniu.',
}

export const addTransitions = (world: World, story: Story, referrer: Staff): void => {
  story.steps.forEach((step, n) => {
    const decision = step.to === 'rejected' || step.to === 'closed'
    world.add('case_transition', {
      id: idOf('case-step', story.key, n),
      case_id: story.id,
      team_id: story.team.id,
      from_status: story.steps[n - 1]?.to ?? null,
      to_status: step.to,
      actor_id: step.by,
      institution_id: step.to === 'submitted' ? referrer.institution.id : story.owner,
      reason_key: decision ? (story.spec.closing ?? null) : null,
      at: step.at,
    })
    const note = notes[step.to]
    if (note)
      world.add('step_note', {
        transition_id: idOf('case-step', story.key, n),
        case_id: story.id,
        team_id: story.team.id,
        note,
      })
  })
}

/** Domain 8.2 c: the procedure beside the cooperation, seen by who holds the mark alone. */
const addSuspicion = (world: World, story: Story, on: IsoDate): void => {
  const of = { case_id: story.id, team_id: story.team.id, recorded_by_id: story.team.lead.coordinator }
  world.add('nk_flag', {
    ...of,
    id: idOf('nk-suspected', story.key),
    kind: 'suspected',
    route: 'parallel',
    recorded_at: world.at(on),
  })
  world.add('nk_flag', {
    ...of,
    id: idOf('nk-runs', story.key),
    kind: 'inProgress',
    recorded_at: world.at(on, 120),
  })
}

/** Domain 4a-4c: the coordinator checks duplicates and proposes, the leader decides. */
export const addScreening = (world: World, story: Story): void => {
  const screening = reached(story, 'screening')
  if (!screening || !keepsContent(story)) return
  const { lead } = story.team
  const decision = story.steps.find((step) => ['qualified', 'rejected', 'redirected'].includes(step.to))
  world.add('duplicate_check', {
    id: idOf('duplicate-check', story.key),
    case_id: story.id,
    team_id: story.team.id,
    actor_id: lead.coordinator,
    institution_id: story.owner,
    reason: 'Sprawdzenie przed kwalifikacją zgłoszenia',
    known_to: [],
    at: world.at(screening, 100),
  })
  if (!decision && !story.spec.proposed) return
  const kinds: Readonly<Record<string, string>> = {
    qualified: 'qualify',
    rejected: 'reject',
    redirected: 'redirect',
  }
  const proposedOn = addCalendarDays(screening, 1) <= world.today ? addCalendarDays(screening, 1) : screening
  world.add('case_proposal', {
    id: idOf('proposal', story.key),
    case_id: story.id,
    team_id: story.team.id,
    kind: decision ? kinds[decision.to] : story.spec.proposed,
    // Where it went to the Blue Card procedure stands only in nk_flag (domain 3.6).
    reason_key: decision?.to === 'rejected' ? story.spec.closing : null,
    note: notes[decision?.to ?? 'qualified'],
    proposed_by_id: lead.coordinator,
    proposed_at: world.at(proposedOn, 150),
    decided_by_id: decision ? lead.head : null,
    decided_at: decision?.at ?? null,
    accepted: decision ? true : null,
  })
  if (story.spec.parallel) addSuspicion(world, story, screening)
  if (story.spec.target === 'nk')
    world.add('nk_flag', {
      id: idOf('nk', story.key),
      case_id: story.id,
      team_id: story.team.id,
      kind: 'redirected',
      recorded_by_id: lead.coordinator,
      recorded_at: decision?.at ?? world.at(screening),
    })
}

/** Two drafts that only their authors' institution sees: they are no cases yet. */
export const addDrafts = (world: World, team: { id: string }, authors: readonly Staff[]): void =>
  authors.forEach((author, n) => {
    world.add('referral', {
      id: idOf('referral-draft', n),
      team_id: team.id,
      institution_id: author.institution.id,
      author_id: author.desk[0] ?? author.head,
      status: 'draft',
      subject: 'family',
      family_label: ['Rodzina ucznia klasy 5b', 'Rodzina z ulicy Leśnej'][n] ?? 'Rodzina',
      reason_keys: ['nauka_absencja'],
      situation: 'Od miesiąca dziecko przychodzi do szkoły bez drugiego śniadania i zasypia na lekcjach.',
      exhausted_means: null,
      created_at: world.at(world.daysAgo(2)),
      updated_at: world.at(world.daysAgo(1)),
    })
  })

/** Until when a plan of a year runs, inside the agreement (domain 5.3.4). */
export const planEnd = (from: IsoDate, agreementTo: IsoDate | null): IsoDate => {
  const end = addCalendarDays(addMonths(from, 11), -1)
  return agreementTo && agreementTo < end ? agreementTo : end
}
