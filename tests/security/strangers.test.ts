import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import type { Actor, Role } from '@/lib/policy/actor'
import { allUseCases } from '@/scripts/list-usecases'
import { asOwner, useDatabase } from '@/tests/support/database'
import { sampleInput } from '@/tests/support/samples'
import { addKnowledge, libraryInputs } from '@/tests/support/scenes/knowledge'
import { addMeetings, meetingInputs } from '@/tests/support/scenes/meetings'
import { addProgramme, programmeExtra } from '@/tests/support/scenes/programme'
import {
  actorOf,
  giveRole,
  insert,
  joinCase,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  makeUser,
} from '@/tests/support/world'

useDatabase()

const useCases = await allUseCases()

/** Roles of a person in a far institution of another voivodeship, who has nothing to do with the case. */
const strangerRoles: Role[] = [
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_rodziny',
  'asystent_rodziny',
  'decydent',
  'specjalista',
  'wykonawca',
  'iod',
  'audytor',
  'admin_lokalny',
  'ekspert',
]

const foreign: Record<string, string> = {}
let stranger: Actor

const addThings = async (
  made: Awaited<ReturnType<typeof makeCase>>,
  person: string,
  provider: string,
): Promise<void> => {
  const of = { case_id: made.caseId, team_id: made.teamId }
  const owned = { ...of, owner_institution_id: made.owner }
  const rows: [string, Record<string, unknown>][] = [
    ['need', { ...owned, person_id: person, need_key: 'ubostwo', category: 'BYT', created_by_id: person }],
    ['goal', { ...owned, title: 'cel', created_by_id: person }],
    ['strength', { ...owned, area_key: 'praca', category: 'PRACA', body: 'zawód', noted_on: '2026-10-01' }],
    ['plan', { ...owned, version_no: 1 }],
    ['diagnosis', { ...of, version_no: 1, kind: 'start', started_on: '2026-10-01' }],
    [
      'basket_line',
      {
        ...owned,
        service_key: 'praca_socjalna',
        category: 'RELACJE',
        provider_institution_id: provider,
        starts_on: '2026-10-01',
        status: 'accepted',
        status_since: '2026-10-01',
        created_by_id: person,
      },
    ],
  ]
  for (const [table, row] of rows) {
    const id = crypto.randomUUID()
    await insert(table, { id, ...row })
    foreign[table] = id
  }
  foreign.consultation = crypto.randomUUID()
  await insert('consultation', {
    id: foreign.consultation,
    ...owned,
    expert_id: person,
    expert_institution_id: provider,
    question: 'pytanie',
    opened_by_id: person,
    ends_on: '2030-01-01',
  })
  foreign.monitoring = crypto.randomUUID()
  await insert('monitoring_card', {
    id: foreign.monitoring,
    ...owned,
    held_on: '2026-10-05',
    summary: 'spotkanie',
    recorded_by_id: person,
  })
  foreign.unmet = crypto.randomUUID()
  await insert('unmet_service', {
    id: foreign.unmet,
    ...owned,
    need_id: foreign.need,
    service_key: 'grupa_wsparcia',
    category: 'RELACJE',
    noted_on: '2026-10-05',
    noted_by_id: person,
  })
  foreign.goal_look = crypto.randomUUID()
  await insert('goal_look', {
    id: foreign.goal_look,
    ...owned,
    goal_id: foreign.goal,
    looked_on: '2026-10-05',
    level: 0,
    recorded_by_id: person,
  })
  foreign.transfer = crypto.randomUUID()
  await insert('case_transfer', {
    id: foreign.transfer,
    ...owned,
    to_team_id: made.teamId,
    to_institution_id: made.owner,
    moved_on: '2026-11-01',
    note: 'wyjazd',
    due_on: '2026-12-01',
    requested_by_id: person,
  })
  foreign.note = crypto.randomUUID()
  await insert('note', {
    id: foreign.note,
    ...owned,
    category: 'RELACJE',
    kind: 'visit',
    held_on: '2026-10-05',
    author_id: person,
    author_institution_id: made.owner,
  })
  Object.assign(foreign, await addMeetings(made, person, provider))
  foreign.template = crypto.randomUUID()
  await insert('basket_template', {
    id: foreign.template,
    team_id: made.teamId,
    wojewodztwo_code: '18',
    institution_id: made.owner,
    need_key: 'ubostwo',
    name: 'wzór',
    name_folded: 'wzor',
    created_by_id: person,
  })
  foreign.overlay = crypto.randomUUID()
  await insert('service_overlay', {
    id: foreign.overlay,
    wojewodztwo_code: '18',
    kind: 'retired',
    service_key: 'praca_socjalna',
    reason: 'próba',
    starts_on: '2026-01-01',
    institution_id: made.owner,
    created_by_id: person,
  })
  await addProgramme(foreign, made.owner, person)
  await addKnowledge(foreign, { owner: made.owner, team: made.teamId, person })
  foreign.delivery = crypto.randomUUID()
  await insert('service_delivery', {
    id: foreign.delivery,
    ...of,
    line_id: foreign.basket_line,
    delivered_on: '2026-10-05',
    quantity: 1,
    recorded_by_id: person,
    institution_id: provider,
  })
}

beforeAll(async () => {
  const ops = await makeInstitution()
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const teamId = await makeTeam({ lead: ops, members: [school] })
  const made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  const person = await makePerson(made)
  const user = await makeUser(ops)
  await joinCase(made, school)
  const participant = await asOwner().query<{ id: string }>(
    'select id from case_participant where case_id = $1',
    [made.caseId],
  )
  const member = await asOwner().query<{ id: string }>(
    'select id from team_member where team_id = $1 limit 1',
    [teamId],
  )
  Object.assign(foreign, {
    case: made.caseId,
    team: teamId,
    institution: ops,
    person,
    user,
    family: made.familyId,
    participant: participant.rows[0]?.id,
    member: member.rows[0]?.id,
    referral: crypto.randomUUID(),
  })
  await addThings(made, person, school)
  await insert('referral', {
    id: foreign.referral,
    team_id: teamId,
    institution_id: school,
    author_id: user,
    family_label: 'Rodzina Obca',
  })
  const far = await makeInstitution({ seat: '2013072' })
  const userId = await makeUser(far)
  for (const role of strangerRoles) await giveRole(userId, far, { role })
  stranger = await actorOf(userId, far)
})

/** Use cases about things that every signed-in person may see (domain 3.6: R for all), or about the own institution. */
const open: Record<string, string> = {
  'institution.read': 'the registry of institutions is open to all roles',
  'institution.mend': 'domain 3.6: lider_gminny and lider_powiatowy keep the registry (CU without (o))',
  'institution.offer': 'domain 3.6: the same for what institutions offer',
  'institution.mendOffer': 'domain 3.6: the same for what institutions offer',
  'institution.endOffer': 'domain 3.6: the same for what institutions offer',
  'institution.confirmOffer': 'domain 3.6: the same for what institutions offer',
  'clause.read': 'RODO art. 13 and 14: what a controller tells everybody; names nobody',
  'catalogue.read': 'national dictionary',
  'territory.read': 'public register',
}

/** What a generic sample cannot guess: nested rows and alternatives. */
const extra = (name: string): Record<string, unknown> => {
  const more: Record<string, Record<string, unknown>> = {
    'institution.offer': { added: ['praca_socjalna'] },
    'institution.mendOffer': { serviceKey: 'praca_socjalna' },
    'institution.endOffer': { serviceKey: 'praca_socjalna' },
    // a clause never begins in the past
    'clause.publish': { validFrom: '2040-01-01' },
    'catalogue.add': { nationalKey: 'praca_socjalna' },
    'catalogue.rename': { nationalKey: 'praca_socjalna' },
    'catalogue.retire': { nationalKey: 'praca_socjalna' },
    'template.correct': { needKey: 'ubostwo' },
    'template.make': { needKey: 'ubostwo' },
    'consultation.open': { expert: `${foreign.user}:${foreign.institution}`, endsOn: '2026-12-01' },
    'basis.record': { categories: ['BYT'] },
    'consent.record': { answers: [{ personId: foreign.person, signer: foreign.person, answer: 'agree' }] },
    'consent.attachScan': { file: new File(['%PDF-1.4\n%%EOF'], 'skan.pdf') },
    'team.attach': { of: `teamAgreement:${foreign.team}`, file: new File(['%PDF-1.4\n%%EOF'], 'skan.pdf') },
    'document.attach': { file: new File(['%PDF-1.4\n%%EOF'], 'skan.pdf') },
    'document.putTemplate': { file: new File(['PK'], 'wzor.docx') },
    'people.attachAuthorisation': { file: new File(['%PDF-1.4\n%%EOF'], 'skan.pdf') },
    'destruction.prepare': { caseIds: [foreign.case] },
    'family.edit': {
      added: [{ givenName: 'Jan', familyName: 'Obcy', relationKey: 'child', bornOn: '2015-05-05' }],
    },
    'family.join': { relationKey: 'child', familyName: 'Obcy', bornOn: '1985-03-14', pesel: '' },
    'family.relate': { otherId: foreign.person },
    'figures.region': { code: '18' },
    'library.correct': { variantKey: 'I' },
    'model.invite': { emails: 'kto@przyklad.example' },
    'model.open': { roles: ['lider_gminny'] },
    'institution.create': { kindKey: 'ops', seatCode: '1816122', confirmed: 'on' },
    'institution.mend': { kindKey: 'ops', seatCode: '1816122', confirmed: 'on' },
    'import.prepare': { file: new File(['Nazwa;Rodzaj\r\na;ngo'], 'plik.csv') },
    'people.createRops': { wojewodztwo: '18' },
    ...programmeExtra(foreign),
    'line.settle': { warning: 'a'.repeat(64) },
    'line.answer': { lineId: foreign.basket_line, version: 1, answer: 'accept' },
    ...meetingInputs(foreign),
    ...libraryInputs(foreign),
    'team.create': { gmina: '1816122' },
    'team.prepare': { gmina: '1816122' },
    'territory.read': { code: '1816122' },
  }
  return more[name] ?? {}
}

describe("a stranger's id", () => {
  it.each(useCases.map((u) => [u.name, u] as const))(
    '%s gives not found, forbidden, or nothing of it',
    async (name, useCase) => {
      const input = { ...sampleInput(useCase.input, foreign), ...extra(name) }
      const outcome = await useCase.execute(stranger, input).then(
        (result) => ({ result: JSON.stringify(result) ?? '' }),
        (error: unknown) => ({ error }),
      )
      if ('error' in outcome) {
        expect(outcome.error, `${name} with ${JSON.stringify(input)}`).toBeInstanceOf(AppError)
        const { code, fields } = outcome.error as AppError
        expect(
          ['notFound', 'forbidden'],
          `${name}: ${code} ${JSON.stringify(fields)} for ${JSON.stringify(input)}`,
        ).toContain(code)
        return
      }
      if (name in open) return
      const leaked = Object.entries(foreign).filter(
        ([kind, id]) => kind !== 'institution' && outcome.result.includes(id),
      )
      const takesIds = Object.values(input as Record<string, unknown>).some((v) =>
        Object.values(foreign).includes(v as string),
      )
      expect({ name, leaked, takesIds }).toEqual({ name, leaked: [], takesIds: false })
    },
  )
})
