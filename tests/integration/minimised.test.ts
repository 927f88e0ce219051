import { expect, test } from 'vitest'
import { closeWithoutConsent, readCase } from '@/lib/cases'
import { asActor } from '@/lib/platform/db'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { caseAt, coordinator, ops, teamId, useStages, workerOf } from '@/tests/support/scenes/case-stages'
import { consent, insert, makeCase, makeInstitution, makePerson } from '@/tests/support/world'

useStages()

/** What is left of the family's data. */
const left = async (caseId: string) =>
  (
    await asOwner().query(
      `select p.given_name as name, k.phone, k.contact_note as note, i.street, i.city, i.born_on::text as born
       from case_person cp join person p on p.id = cp.person_id
       join person_contact k on k.person_id = p.id join person_identity i on i.person_id = p.id
       where cp.case_id = $1 order by p.given_name`,
      [caseId],
    )
  ).rows

const withContacts = async (personId: string) => {
  await asOwner().query(
    `update person_contact set phone = '+48500100200', contact_note = 'po 15' where person_id = $1`,
    [personId],
  )
  await asOwner().query(
    `update person_identity set street = 'Zmyślona 1', city = 'Świlcza' where person_id = $1`,
    [personId],
  )
}

test('a case that ends without consent keeps names, dates and answers, and nothing to reach or describe the family by', async () => {
  const made = await caseAt('awaitingConsent')
  const of = { case_id: made.caseId, team_id: teamId }
  const worker = await workerOf(made.caseId)
  const mother = await makePerson(made, { givenName: 'Maria' })
  const known = await makePerson(made, { givenName: 'Jan' })
  const other = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  await insert('case_person', { case_id: other.caseId, team_id: teamId, person_id: known })
  for (const id of [mother, known]) await withContacts(id)
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const given = await consent(made, known, school, ['PODSTAWOWE'])
  await insert('consent', {
    ...of,
    owner_institution_id: ops,
    person_id: mother,
    signed_by_id: mother,
    status: 'refused',
    text_version: '1',
    recorded_by_id: mother,
  })
  await insert('legal_basis_record', {
    ...of,
    person_id: mother,
    institution_id: school,
    category: 'BYT',
    basis: 'UPS100',
    note: '',
    starts_on: '2026-09-01',
    recorded_by_id: mother,
  })
  await insert('need', {
    ...of,
    owner_institution_id: ops,
    need_key: 'ubostwo',
    category: 'BYT',
    description: 'opis',
    created_by_id: mother,
  })
  await insert('referral', {
    case_id: made.caseId,
    team_id: teamId,
    institution_id: ops,
    author_id: mother,
    family_label: 'Rodzina Próbna',
    status: 'submitted',
    situation: 'opis',
    exhausted_means: 'opis',
  })
  await closeWithoutConsent.execute(worker, {
    caseId: made.caseId,
    version: 1,
    reasonKey: 'brak_zgody',
    note: '',
  })

  expect(await left(made.caseId)).toEqual([
    {
      name: 'Jan',
      phone: '+48500100200',
      note: 'po 15',
      street: 'Zmyślona 1',
      city: 'Świlcza',
      born: '1985-03-14',
    },
    { name: 'Maria', phone: null, note: null, street: null, city: null, born: '1985-03-14' },
  ])
  const { rows } = await asOwner().query(
    `select (select count(*)::int from case_grant where case_id = $1 and ended_at is null) as grants,
            (select count(*)::int from legal_basis_record where case_id = $1 and ended_at is null) as bases,
            (select count(*)::int from consent where case_id = $1) as answers,
            (select coalesce(situation, '') || coalesce(exhausted_means, '') from referral where case_id = $1) as sheet,
            (select description from need where case_id = $1) as need,
            (select status::text from consent where id = $2) as given`,
    [made.caseId, given],
  )
  expect(rows).toEqual([{ grants: 0, bases: 0, answers: 2, sheet: '', need: null, given: 'granted' }])
  expect((await readCase.execute(coordinator, { caseId: made.caseId })).minimised).toBe(true)
})

test('nothing is taken from a case that goes on, nor by anybody but its coordinator', async () => {
  const made = await caseAt('awaitingConsent')
  const worker = await workerOf(made.caseId)
  const person = await makePerson(made)
  await withContacts(person)
  const minimise = (actor: typeof worker) =>
    asActor(actor, (tx) => tx.$queryRaw`select app.minimise_case(${made.caseId}::uuid)::text`).then(
      () => 'done',
      () => 'refused',
    )
  expect([await minimise(worker), await minimise(coordinator)]).toEqual(['refused', 'refused'])
  expect(
    await refusal(
      closeWithoutConsent.execute(worker, {
        caseId: made.caseId,
        version: 1,
        reasonKey: 'brak_zgody',
        note: '',
      }),
    ),
  ).toBe('invalid invalid reasonKey')
  expect((await left(made.caseId))[0]?.phone).toBe('+48500100200')
})
