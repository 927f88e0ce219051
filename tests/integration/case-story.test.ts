import { beforeAll, describe, expect, test } from 'vitest'
import {
  assignToCase,
  checkDuplicates,
  decideProposal,
  familyTeam,
  inviteInstitution,
  listCases,
  proposeDecision,
  readCase,
  requestConsent,
  screenCase,
  startDiagnosis,
  unassignFromCase,
} from '@/lib/cases'
import { deliverClauses, listConsents, recordConsents, withdrawConsent } from '@/lib/consents'
import { readFamily } from '@/lib/families'
import type { Actor } from '@/lib/policy/actor'
import { createReferral, listReferrals, readReferral } from '@/lib/referrals'
import { listWorkers, readHistory } from '@/lib/story'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { referralSheet } from '@/tests/support/scenes/referral-sheet'
import { storyOf } from '@/tests/support/story'
import { actorOf, insert, makeActor, makeInstitution, makeTeam, makeUser } from '@/tests/support/world'

useDatabase()

let ops: string
let school: string
let teamId: string
let teacher: Actor
let coordinator: Actor
let leader: Actor
let worker: Actor
let stranger: Actor
let caseId: string
let referralId: string

const version = async (): Promise<number> =>
  (await asOwner().query<{ version: number }>('select version from family_case where id = $1', [caseId]))
    .rows[0]?.version ?? 0
const at = async () => ({ caseId, version: await version() })
const status = async (): Promise<string | undefined> =>
  (await asOwner().query<{ status: string }>('select status from family_case where id = $1', [caseId]))
    .rows[0]?.status

const sheet = () => referralSheet(teamId)

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  teamId = await makeTeam({ lead: ops, members: [school] })
  await insert('information_clause', {
    institution_id: ops,
    version_no: 1,
    body: 'Klauzula',
    valid_from: '2024-01-01',
  })
  teacher = await makeActor(school, { role: 'specjalista' }, { givenName: 'Ewa', familyName: 'Modrzew' })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  worker = await actorOf(await makeUser(ops, { givenName: 'Anna', familyName: 'Leśniak' }), ops)
  stranger = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
})

describe('a school refers a family, and it gets as far as the diagnosis', () => {
  test('the draft is seen by its author alone', async () => {
    const draft = await createReferral.execute(teacher, { ...sheet(), submit: '' } as never)
    expect(draft.caseId).toBeNull()
    expect((await listReferrals.execute(teacher, {})).drafts.map((d) => d.label)).toEqual([
      'Rodzina Wrzosków',
    ])
    expect((await readReferral.execute(teacher, { id: draft.id })).people[0]?.pesel).toBe('85031412347')
    expect(await refusal(readReferral.execute(coordinator, { id: draft.id }))).toBe('notFound notFound')
  })

  test('submitted it becomes a case of the team, with a number; two clicks make one case', async () => {
    const twice = sheet()
    const [sent, again] = await Promise.all([
      createReferral.execute(teacher, twice as never),
      createReferral.execute(teacher, twice as never),
    ])
    expect(again.caseId).toBe(sent.caseId)
    referralId = sent.id
    caseId = sent.caseId ?? ''
    const head = await readCase.execute(coordinator, { caseId })
    expect([head.number, head.label, head.status, head.next.missing]).toEqual([
      '1816122/2026/1',
      'Rodzina Wrzosków',
      'submitted',
      ['duplicateCheck'],
    ])
    expect(head.dueOn).toBe('2026-11-27')
  })

  test('the referrer sees the sheet until qualification, and never the case', async () => {
    expect(await refusal(readCase.execute(teacher, { caseId }))).toBe('notFound notFound')
    const view = await readReferral.execute(teacher, { id: referralId })
    expect([view.may['referral.edit'], view.people[0]?.pesel]).toEqual([false, null])
    expect((await listReferrals.execute(teacher, {})).sent[0]).toMatchObject({
      status: 'submitted',
      label: 'Rodzina Wrzosków',
    })
    expect(await refusal(readCase.execute(stranger, { caseId }))).toBe('notFound notFound')
    expect(await refusal(createReferral.execute(stranger, sheet() as never))).toBe('notFound notFound')
  })

  test('the head signs for the own child; for a grandchild nobody is guessed', async () => {
    const { rows } = await asOwner().query(
      `select p.given_name, c.main, cardinality(c.guardian_ids) as guardians from case_person c join person p on p.id = c.person_id
       where c.case_id = $1 order by p.given_name`,
      [caseId],
    )
    expect(rows).toEqual([
      { given_name: 'Marta', main: true, guardians: 0 },
      { given_name: 'Ola', main: false, guardians: 0 },
      { given_name: 'Staś', main: false, guardians: 1 },
    ])
  })

  test('the basis of the referral names who disclosed', async () => {
    const { rows } = await asOwner().query(
      `select distinct basis, institution_id, disclosed_by_id, ended_at from legal_basis_record where case_id = $1`,
      [caseId],
    )
    expect(rows).toEqual([{ basis: 'ZGODA', institution_id: ops, disclosed_by_id: school, ended_at: null }])
  })

  test('no screening without the search for duplicates', async () => {
    expect(await refusal(screenCase.execute(coordinator, await at()))).toBe('conflict missing.duplicateCheck')
    expect(await refusal(screenCase.execute(leader, await at()))).toBe('forbidden forbidden')
    expect(await checkDuplicates.execute(coordinator, { caseId, reason: 'Nowe zgłoszenie' })).toEqual({
      knownTo: [],
    })
    await screenCase.execute(coordinator, await at())
    expect(await status()).toBe('screening')
  })

  test('the coordinator proposes, the leader sends it back and then accepts', async () => {
    const proposal = async (kind: 'qualify' | 'reject', reasonKey = '') =>
      proposeDecision.execute(coordinator, {
        ...(await at()),
        kind,
        reasonKey,
        note: 'Wiele trudności naraz.',
      })
    expect(await refusal(proposal('reject'))).toBe('invalid invalid reasonKey')
    expect(
      await refusal(decideProposal.execute(leader, { ...(await at()), accepted: 'yes', note: '' })),
    ).toBe('conflict missing.proposal')
    expect(await proposal('qualify')).toEqual({ decided: false })
    expect(await refusal(proposal('qualify'))).toBe('conflict proposalWaits')
    const seen = await readCase.execute(leader, { caseId })
    expect(seen.proposals.map((p) => [p.kind, p.note, p.accepted])).toEqual([
      ['qualify', 'Wiele trudności naraz.', null],
    ])
    expect(await refusal(decideProposal.execute(leader, { ...(await at()), accepted: 'no', note: '' }))).toBe(
      'invalid invalid note',
    )
    await decideProposal.execute(leader, {
      ...(await at()),
      accepted: 'no',
      note: 'Proszę dopisać, co zrobiła szkoła.',
    })
    expect(await status()).toBe('screening')
    await proposal('qualify')
    await decideProposal.execute(leader, { ...(await at()), accepted: 'yes', note: '' })
    expect(await status()).toBe('qualified')
    expect(await refusal(readReferral.execute(teacher, { id: referralId }))).toBe('notFound notFound')
    expect((await listReferrals.execute(teacher, {})).sent[0]).toMatchObject({
      status: 'qualified',
      label: null,
    })
  })

  test('a family coordinator and the clause come before the question for consent', async () => {
    expect((await readCase.execute(coordinator, { caseId })).next.missing).toEqual(['coordinator', 'clause'])
    expect(await refusal(requestConsent.execute(coordinator, await at()))).toBe(
      'conflict missing.coordinator',
    )
    await assignToCase.execute(coordinator, {
      caseId,
      userId: worker.userId,
      institutionId: ops,
      role: 'koordynator_rodziny',
    })
    worker = await actorOf(worker.userId, ops)
    const { persons } = await listConsents.execute(worker, { caseId })
    await deliverClauses.execute(worker, {
      caseId,
      personIds: persons.map((p) => p.personId),
      deliveredOn: '24.11.2026',
      channel: 'paper',
    })
    await requestConsent.execute(coordinator, await at())
    expect(await status()).toBe('awaitingConsent')
  })

  test('diagnosis needs every consent and two institutions; the owner is the first', async () => {
    const team = await familyTeam.execute(worker, { caseId })
    expect(team.institutions.map((i) => [i.name, i.owner])).toEqual([['GOPS Świlcza', true]])
    expect((await readCase.execute(worker, { caseId })).next.missing).toEqual(['consents', 'institutions'])
    await inviteInstitution.execute(worker, { caseId, institutionIds: [school], purpose: 'wsparcie dzieci' })
    await assignToCase.execute(worker, {
      caseId,
      userId: teacher.userId,
      institutionId: school,
      role: 'specjalista',
    })
    teacher = await actorOf(teacher.userId, school)
    expect(await refusal(readCase.execute(teacher, { caseId }))).toBe('notFound notFound')
    expect(await refusal(startDiagnosis.execute(worker, await at()))).toBe('conflict missing.consents')
  })

  test('with consents of everybody the diagnosis starts, and the school sees what was opened to it', async () => {
    const { persons } = await listConsents.execute(worker, { caseId })
    const byName = (part: string) => persons.find((p) => p.name?.startsWith(part))?.personId ?? ''
    await asOwner().query(
      'update case_person set guardian_ids = array[$2::uuid] where case_id = $1 and person_id = $3',
      [caseId, byName('Marta'), byName('Ola')],
    )
    await recordConsents.execute(worker, {
      caseId,
      scope: [`${school}:PODSTAWOWE`, `${school}:EDUKACJA`],
      givenOn: '24.11.2026',
      channel: 'paper',
      clause: '',
      answers: ['Marta', 'Staś', 'Ola'].map((name) => ({
        personId: byName(name),
        signer: byName('Marta'),
        answer: 'agree',
        scope: [],
        current: '',
      })),
    })
    expect((await readCase.execute(worker, { caseId })).next).toMatchObject({ missing: [], mine: true })
    await startDiagnosis.execute(worker, await at())
    expect(await status()).toBe('diagnosis')
    expect((await readCase.execute(teacher, { caseId })).label).toBe('Rodzina Wrzosków')
    expect((await readFamily.execute(teacher, { caseId })).members).toHaveLength(3)
    expect(
      (await listCases.execute(teacher, { stage: 'open', order: 'changed' })).rows.map((r) => r.id),
    ).toEqual([caseId])
  })

  test('the basis of the referral ended with the decision of the family', async () => {
    const { rows } = await asOwner().query<{ live: number }>(
      'select count(*)::int as live from case_grant where case_id = $1 and legal_basis_id is not null and ended_at is null',
      [caseId],
    )
    expect(rows[0]?.live).toBe(0)
  })

  test('a withdrawn consent closes the school’s view at once: list, case, persons', async () => {
    const { history } = await listConsents.execute(worker, { caseId })
    for (const entry of history)
      await withdrawConsent.execute(worker, {
        caseId,
        consentId: entry.id,
        institutionId: '',
        channel: 'paper',
      })
    expect(await refusal(readCase.execute(teacher, { caseId }))).toBe('notFound notFound')
    expect(await refusal(readFamily.execute(teacher, { caseId }))).toBe('notFound notFound')
    expect((await listCases.execute(teacher, { stage: 'open', order: 'changed' })).rows).toEqual([])
  })

  test('history keeps every step with who and from where', async () => {
    const { events } = await readHistory.execute(worker, storyOf(caseId, 'case'))
    expect(events.flatMap(({ what }) => (what.kind === 'step' ? [what.to] : []))).toEqual([
      'diagnosis',
      'awaitingConsent',
      'qualified',
      'screening',
      'submitted',
    ])
    const first = events.filter(({ what }) => what.kind === 'step').at(-1)
    expect(first).toMatchObject({ actor: 'Ewa Modrzew', institution: 'SP Trzciana' })
  })

  test('a specialist may leave; the family coordinator only for a successor', async () => {
    const people = await listWorkers.execute(worker, { caseId })
    const idOf = (role: string) => people.find((p) => p.role === role)?.assignmentId ?? ''
    await unassignFromCase.execute(worker, { caseId, assignmentId: idOf('specjalista') })
    expect(
      await refusal(unassignFromCase.execute(worker, { caseId, assignmentId: idOf('koordynator_rodziny') })),
    ).toBe('notFound notFound')
    const left = await listWorkers.execute(worker, { caseId })
    expect(left.map((p) => p.role)).toEqual(['koordynator_rodziny'])
  })
})
