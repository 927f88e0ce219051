import { addCalendarDays, addYears } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { expertScope } from '@/prisma/seed/demo/case/consultations'
import { addScan } from '@/prisma/seed/demo/case/scan'
import {
  areaCategory,
  keepsContent,
  lineCategory,
  needCategory,
  type PersonMade,
  reached,
  type Story,
  sensitive,
} from '@/prisma/seed/demo/case/story'
import type { Staff } from '@/prisma/seed/demo/people'
import { appoint } from '@/prisma/seed/demo/roles'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** Specialists who sit in the family team and need more than the lines of their own institution. */
const specialistKinds: Readonly<Record<string, readonly string[]>> = {
  ppp: ['RELACJE', 'EDUKACJA'],
  pcpr: ['RELACJE'],
  czp: ['RELACJE'],
  poradnia_uzaleznien: ['PSYCHIKA_UZALEZNIENIA'],
}

/** What consent opens to each institution around the family: its lines' categories, and what its specialists need. */
const scopeOf = (story: Story, staff: Staff): string[] => {
  const categories = new Set(['PODSTAWOWE'])
  if (staff.institution.id === story.owner) {
    for (const need of story.archetype.needs) categories.add(needCategory.get(need.key) ?? 'PODSTAWOWE')
    for (const area of Object.keys(story.archetype.areas))
      categories.add(areaCategory.get(area) ?? 'PODSTAWOWE')
    for (const line of story.lines) categories.add(lineCategory(line))
    return [...categories].filter((category) => category === 'PODSTAWOWE' || sensitive.has(category))
  }
  for (const line of story.lines)
    if (line.provider.institution.id === staff.institution.id) categories.add(lineCategory(line))
  for (const category of specialistKinds[staff.institution.kind] ?? []) categories.add(category)
  return [...categories]
}

type Answer = 'granted' | 'refused' | 'withdrawn' | 'draft'

const answerOf = (story: Story, position: number): Answer => {
  if (story.spec.closing === 'brak_zgody') return 'refused'
  if (story.spec.closing === 'wycofanie_zgody') return 'withdrawn'
  if (reached(story, 'diagnosis')) return 'granted'
  // Of the families still asked, those asked some days ago have one signature.
  return story.spec.days > 9 && story.spec.days < 30 && position === 0 ? 'granted' : 'draft'
}

const addConsent = (
  world: World,
  story: Story,
  person: PersonMade,
  signer: string,
  answer: Answer,
  on: IsoDate,
): void => {
  const id = idOf('consent', story.key, person.id, signer)
  const closed = reached(story, 'closed')
  world.add('consent', {
    id,
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    person_id: person.id,
    signed_by_id: signer,
    // The trigger writes grants when a draft becomes granted, and its scopes must be there by then.
    status: 'draft',
    text_version: '1',
    given_on: answer === 'draft' ? null : on,
    channel: answer === 'draft' ? null : 'paper',
    // a guardian's consent ends on the eve of the eighteenth birthday (domain 4.4)
    valid_to: signer === person.id ? null : addCalendarDays(addYears(person.bornOn, 18), -1),
    recorded_by_id: story.worker,
    created_at: world.at(on),
  })
  const scopes = story.around.map((staff) => ({
    institutionId: staff.institution.id,
    categories: scopeOf(story, staff),
  }))
  for (const { institutionId, categories } of [...scopes, expertScope(story) ?? []].flat())
    for (const category of categories)
      world.add('consent_scope', {
        consent_id: id,
        case_id: story.id,
        team_id: story.team.id,
        institution_id: institutionId,
        category,
        granted: answer !== 'refused',
      })
  // a family whose plan is in force has its adults' cards in the file
  if (answer === 'granted' && signer === person.id && reached(story, 'inProgress'))
    addScan(world, story, id, world.at(on, 40))
  world.add('consent_answer', {
    id,
    status: answer,
    withdrawn_at: answer === 'withdrawn' && closed ? world.at(closed, 30) : null,
  })
}

const addBasis = (world: World, story: Story, since: IsoDate): void => {
  for (const staff of story.around)
    for (const category of scopeOf(story, staff))
      world.add('legal_basis_record', {
        id: idOf('basis', story.key, staff.institution.key, category),
        case_id: story.id,
        team_id: story.team.id,
        person_id: null,
        institution_id: staff.institution.id,
        category,
        basis: 'UPS100',
        note: 'Środowisko lokalne: nie zapisuje się danych osób.',
        starts_on: since,
        recorded_by_id: story.worker,
        created_at: world.at(since),
      })
}

/** Information clause, consents of every adult and guardian, and the day on which the last one was given. */
export const addConsents = (world: World, story: Story): IsoDate | null => {
  const asked = reached(story, 'awaitingConsent')
  if (!asked || !keepsContent(story)) return null
  const until = reached(story, 'diagnosis') ?? reached(story, 'closed')
  if (story.persons.length === 0) {
    addBasis(world, story, asked)
    return null
  }
  const informedOn = addCalendarDays(asked, 1) <= world.today ? addCalendarDays(asked, 1) : asked
  const givenOn = until ?? (addCalendarDays(asked, 6) <= world.today ? addCalendarDays(asked, 6) : asked)
  story.persons.forEach((person, position) => {
    world.add('clause_delivery', {
      id: idOf('clause-delivery', story.key, position),
      clause_id: idOf('clause', story.team.lead.institution.key),
      case_id: story.id,
      team_id: story.team.id,
      person_id: person.id,
      delivered_on: informedOn,
      channel: 'paper',
      recorded_by_id: story.worker,
    })
    const signers = person.minor
      ? person.member.conflict
        ? person.guardians
        : person.guardians.slice(0, 1)
      : [person.id]
    for (const signer of signers) addConsent(world, story, person, signer, answerOf(story, position), givenOn)
  })
  return reached(story, 'diagnosis') ? givenOn : null
}

/** Before the consent the institutions are still asked, the school of Świlcza until the plan is sent; later each has said yes. */
const isAsked = (story: Story, staff: Staff): boolean =>
  !reached(story, staff.institution.key === 'sp_swilcza' ? 'planApproval' : 'diagnosis')

/** Who is assigned to the case, and which institutions take part in it. */
export const addFamilyTeam = (world: World, story: Story): void => {
  const since = reached(story, 'awaitingConsent')
  if (!since) return
  const over = story.status === 'archived' || story.status === 'erased'
  const closed = reached(story, 'closed')
  appoint(world, {
    userId: story.worker,
    institutionId: story.owner,
    role: 'koordynator_rodziny',
    caseId: story.id,
    startsOn: since,
    endedAt: over && closed ? world.at(closed) : null,
  })
  if (!keepsContent(story)) return
  for (const staff of story.around) {
    const own = staff.institution.id === story.owner
    world.add('case_participant', {
      id: idOf('participant', story.key, staff.institution.key),
      case_id: story.id,
      team_id: story.team.id,
      institution_id: staff.institution.id,
      purpose: own ? 'prowadzi sprawę rodziny' : 'członek zespołu rodziny',
      starts_on: since,
      ends_on: closed ?? null,
      invited_by_id: story.worker,
      ...(own || isAsked(story, staff)
        ? {}
        : { accepted: true, answered_on: since, answered_by_id: staff.head }),
    })
    const specialist = staff.desk[0]
    if (!own && specialist && staff.institution.kind in specialistKinds && !isAsked(story, staff))
      appoint(world, {
        userId: specialist,
        institutionId: staff.institution.id,
        role: 'specjalista',
        caseId: story.id,
        startsOn: since,
      })
  }
  if (story.lines.some((line) => line.service === 'asystent_rodziny'))
    appoint(world, {
      userId: story.team.lead.assistant,
      institutionId: story.owner,
      role: 'asystent_rodziny',
      caseId: story.id,
      startsOn: since,
    })
}
