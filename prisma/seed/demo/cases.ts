import { addCalendarDays } from '@/lib/calendar'
import type { CaseStatus } from '@/lib/cases/facts'
import { clauseMessages } from '@/lib/messages/pl/clauses'
import { addBasket } from '@/prisma/seed/demo/case/basket'
import { addConsents, addFamilyTeam } from '@/prisma/seed/demo/case/consents'
import { addConsultation } from '@/prisma/seed/demo/case/consultations'
import { addSettlement, crowdedLines } from '@/prisma/seed/demo/case/crowded'
import { addDiagnosis, addNeeds } from '@/prisma/seed/demo/case/diagnosis'
import {
  addCaseRow,
  addDrafts,
  addReferral,
  addScreening,
  addTransitions,
} from '@/prisma/seed/demo/case/entry'
import { addFamily, makePersons } from '@/prisma/seed/demo/case/family'
import { lineStories, planDates } from '@/prisma/seed/demo/case/fates'
import { addFilters } from '@/prisma/seed/demo/case/filters'
import { addGoals } from '@/prisma/seed/demo/case/goals'
import { addHandover } from '@/prisma/seed/demo/case/handover'
import { addNotes } from '@/prisma/seed/demo/case/notes'
import { addEnding, addPlans } from '@/prisma/seed/demo/case/plan'
import { addProtection } from '@/prisma/seed/demo/case/protection'
import { addRestriction } from '@/prisma/seed/demo/case/restriction'
import {
  type Archetype,
  archetypes,
  type CaseSpec,
  keepsContent,
  type PlannedLine,
  type Story,
} from '@/prisma/seed/demo/case/story'
import { stepsOf } from '@/prisma/seed/demo/case/timeline'
import casesJson from '@/prisma/seed/demo/cases.json'
import type { Staff } from '@/prisma/seed/demo/people'
import type { DemoTeam } from '@/prisma/seed/demo/teams'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** The member of the team that offers the service, of the kinds in their order; lines nobody offers fall away. */
const plannedLines = (team: DemoTeam, archetype: Archetype): PlannedLine[] => {
  const lines = archetype.lines.flatMap((line): Omit<PlannedLine, 'index'>[] => {
    const provider = line.kinds
      .map((kind) =>
        team.members.find(
          (staff) => staff.institution.kind === kind && staff.institution.offers.has(line.service),
        ),
      )
      .find((staff) => staff !== undefined)
    return provider ? [{ ...line, provider }] : []
  })
  const orphaned = archetype.goals.findIndex((_, goal) => !lines.some((line) => line.goal === goal))
  // Every goal needs a line (domain 4.2, row 8): the centre's own social work carries the first that has none.
  if (orphaned >= 0 && !lines.some((line) => line.service === 'praca_socjalna'))
    lines.push({
      service: 'praca_socjalna',
      needs: [],
      goal: orphaned,
      who: archetype.members.length > 0 ? [0] : [],
      kinds: [team.lead.institution.kind],
      frequency: 'weekly',
      quantity: 1,
      funding: 'budzet_gminy',
      cost: null,
      provider: team.lead,
    })
  return lines.map((line, index) => ({ ...line, index }))
}

/** Institutions around the family: the owner, who delivers, and the counselling centre where there are children. */
const aroundOf = (team: DemoTeam, lines: readonly PlannedLine[], withChildren: boolean): Staff[] => {
  const around = new Map([[team.lead.institution.id, team.lead]])
  for (const line of lines) around.set(line.provider.institution.id, line.provider)
  const counsellors = team.members.find((staff) => staff.institution.kind === 'ppp')
  if (withChildren && counsellors) around.set(counsellors.institution.id, counsellors)
  const second = team.members[1]
  // A family team has at least two institutions (domain 4.2, row 6).
  if (around.size < 2 && second) around.set(second.institution.id, second)
  return [...around.values()]
}

/**
 * One family is helped by an association of another gmina, which is no party of the agreement: it was invited with a
 * reason and the family agreed. The line stands last, so that nothing drawn before it changes.
 */
const outsideLines = (spec: CaseSpec, people: ReadonlyMap<string, Staff>, index: number): PlannedLine[] => {
  const provider = people.get('ngo_trzebownisko')
  if (spec.team !== 'swilcza' || spec.family !== 9 || !provider) return []
  return [
    {
      service: 'wolontariat',
      needs: [3],
      goal: 2,
      who: [0],
      kinds: ['ngo'],
      frequency: 'fortnightly',
      quantity: 1,
      funding: 'bezkosztowo',
      cost: null,
      provider,
      index,
      outsideReason: 'Jedyne stowarzyszenie w powiecie, które prowadzi kawiarenkę dla samotnych rodziców.',
    },
  ]
}

type Around = { readonly team: DemoTeam; readonly people: ReadonlyMap<string, Staff> }

const makeStory = (world: World, spec: CaseSpec, { team, people }: Around, referrer: Staff): Story => {
  const archetype = archetypes.get(spec.archetype)
  if (!archetype) throw new Error(`no family ${spec.archetype}`)
  const key = `${spec.team}-${spec.family}`
  const worker = team.lead.socialWorkers[spec.worker] ?? team.lead.coordinator
  const persons = makePersons(world, key, archetype, spec.family, spec.eighteenIn)
  const usual = plannedLines(team, archetype)
  const lines = [
    ...usual,
    ...outsideLines(spec, people, usual.length),
    ...crowdedLines(spec, people, usual.length),
  ]
  return {
    id: idOf('case', key),
    key,
    spec,
    archetype,
    team,
    owner: team.lead.institution.id,
    worker,
    status: spec.stage as CaseStatus,
    steps: stepsOf(world, spec, team.lead, worker, referrer),
    persons,
    lines,
    around: aroundOf(
      team,
      lines,
      persons.some((person) => person.minor),
    ),
  }
}

const addCase = (world: World, story: Story, referrer: Staff): void => {
  const lines = keepsContent(story) ? lineStories(world, story) : []
  addReferral(world, story, referrer)
  const familyId = addFamily(world, story)
  addProtection(world, story)
  addTransitions(world, story, referrer)
  addScreening(world, story)
  const consentOn = addConsents(world, story)
  addFamilyTeam(world, story)
  addDiagnosis(world, story)
  addNeeds(world, story)
  const planEnds = planDates(world, story).endsOn
  addGoals(world, story, planEnds)
  const firstServiceOn = addBasket(world, story, lines)
  addSettlement(world, story, lines)
  if (keepsContent(story)) {
    addPlans(world, story, lines)
    addEnding(world, story)
    addConsultation(world, story)
    addNotes(world, story)
  }
  addCaseRow(world, story, referrer, { familyId, consentOn, firstServiceOn, planEnds })
  addRestriction(world, story)
  addHandover(world, story)
}

/** The product's own template, with the gaps that an institution fills in. */
const clauseOf = (name: string): string =>
  Object.entries({
    '[adres, telefon]': 'sekretariat, w godzinach pracy',
    '[imię i nazwisko, telefon, e-mail]': 'iod@demo.example',
    '[nazwa]': 'nazwę podajemy na prośbę',
    '[liczba lat]': '10 lat',
  }).reduce((text, [gap, words]) => text.replace(gap, words), clauseMessages.template(name))

const addClauses = (world: World, teams: readonly DemoTeam[]): void => {
  // one centre may lead two teams
  for (const lead of new Set(teams.map((team) => team.lead)))
    world.add('information_clause', {
      id: idOf('clause', lead.institution.key),
      institution_id: lead.institution.id,
      version_no: 1,
      body: clauseOf(lead.institution.name),
      valid_from: addCalendarDays(world.today, -1200),
      created_by_id: lead.head,
    })
}

/** Sixty cases over all stages, each with everything that the product keeps about it. */
export const addCases = (
  world: World,
  teams: readonly DemoTeam[],
  people: ReadonlyMap<string, Staff>,
): readonly Story[] => {
  addClauses(world, teams)
  addFilters(world, teams)
  const school = people.get('sp_swilcza')
  if (school && teams[0]) addDrafts(world, teams[0], [school])
  return (casesJson as readonly CaseSpec[]).map((spec) => {
    const team = teams.find((one) => one.key === spec.team)
    const referrer = people.get(spec.referrer)
    if (!team || !referrer) throw new Error(`case of ${spec.team} has no team or referrer`)
    const story = makeStory(world, spec, { team, people }, referrer)
    addCase(world, story, referrer)
    return story
  })
}
