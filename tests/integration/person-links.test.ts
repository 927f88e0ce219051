import { beforeEach, describe, expect, it } from 'vitest'
import { readCase } from '@/lib/cases'
import { joinFamily, linkPersons, readDuplicates, readFamily, unlinkPersons } from '@/lib/families'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { search } from '@/lib/search'
import { readHistory } from '@/lib/story'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  actorOf,
  giveRole,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>

let ops: string
let team: string
let first: Made
let second: Made
let mother: string
let twin: string
let surname: string
let coordinator: Actor
let worker: Actor

const page = (who = coordinator, made = second) => readDuplicates.execute(who, { caseId: made.caseId })
const link = (fields: object = {}, who = coordinator) =>
  linkPersons.execute(who, {
    caseId: second.caseId,
    personId: twin,
    twinId: mother,
    keep: 'twin',
    reason: 'Pokazała dowód.',
    ...fields,
  })
const unlink = async (who = coordinator) =>
  unlinkPersons.execute(who, {
    caseId: second.caseId,
    linkId: (await page()).links[0]?.id ?? '',
    reason: 'To jednak siostra.',
  })

const rowsOf = async (table: string, key: string) =>
  (await asOwner().query(`select * from ${table} where ${key} = any ($1) order by ${key}`, [[mother, twin]]))
    .rows

/** What the reading that counts persons says of the two: the family page, the search, the decision, the join. */
const seen = async () => {
  const family = await readFamily.execute(worker, { caseId: second.caseId })
  const found = await search.execute(coordinator, { q: `Marianna ${surname}` })
  const head = await readCase.execute(coordinator, { caseId: second.caseId })
  const [main] = await asActor(
    coordinator,
    (tx) => tx.$queryRaw<{ taken: boolean }[]>`select app.main_elsewhere(${second.caseId}::uuid) as taken`,
  )
  return {
    elsewhere: family.elsewhere.map(({ label }) => label),
    found: found.cases.map(({ label }) => label).sort(),
    others: head.others.map(({ name }) => name),
    mainElsewhere: main?.taken,
    rows: [await rowsOf('person', 'id'), await rowsOf('person_identity', 'person_id')],
  }
}

beforeEach(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  team = await makeTeam({ lead: ops })
  surname = `Wrzos${crypto
    .randomUUID()
    .replace(/[^a-f]/gu, '')
    .slice(0, 6)}`
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
  first = await makeCase({ teamId: team, owner: ops, status: 'diagnosis', label: 'Rodzina pierwsza' })
  second = await makeCase({ teamId: team, owner: ops, status: 'screening', label: 'Rodzina druga' })
  mother = await makePerson(first, { givenName: 'Maria', familyName: surname, bornOn: '1985-03-14' })
  twin = await makePerson(second, { givenName: 'Marianna', familyName: surname, bornOn: '1985-03-14' })
  await asOwner().query('update case_person set main = true where person_id = any ($1)', [[mother, twin]])
  worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: second.caseId })
  await giveRole(worker.userId, ops, { role: 'koordynator_rodziny', caseId: first.caseId })
  worker = await actorOf(worker.userId, ops)
})

/** The family coordinator who works with the second family, and no more with the first. */
const ofSecondAlone = async () => {
  await asOwner().query('update role_assignment set ended_at = now() where user_id = $1 and case_id = $2', [
    worker.userId,
    first.caseId,
  ])
  return actorOf(worker.userId, ops)
}

/** The same name in both records: what suggests the pair. */
const sameName = () =>
  asOwner().query(
    `update person set given_name = 'Maria', name_folded = (select name_folded from person where id = $2) where id = $1`,
    [twin, mother],
  )

describe('who may be one person', () => {
  it('is suggested by full name and birth date, with how and where', async () => {
    expect((await page()).twins).toEqual([])
    await sameName()
    const { number } = await readCase.execute(coordinator, { caseId: first.caseId })
    expect((await page()).twins).toEqual([
      {
        personId: twin,
        name: `Maria ${surname}`,
        twinId: mother,
        twinName: `Maria ${surname}`,
        bornOn: '1985-03-14',
        by: 'name',
        cases: [{ id: first.caseId, number }],
        here: false,
      },
    ])
    const hash = (personId: string, value: string) =>
      asOwner().query('update person_identity set pesel_hash = $2 where person_id = $1', [personId, value])
    await hash(mother, `${ops}-1`)
    expect((await page()).twins).toHaveLength(1)
    await hash(twin, `${ops}-2`)
    expect((await page()).twins).toEqual([])
  })

  it('never across what the reader sees: another case of the unit, another unit', async () => {
    await sameName()
    const narrow = await ofSecondAlone()
    expect((await page(narrow)).twins).toEqual([])
    await expect(link({}, narrow)).rejects.toMatchObject({ code: 'notFound' })
    const far = await makeInstitution({ seat: '2013072' })
    const farTeam = await makeTeam({ lead: far, gmina: '2013072' })
    const theirs = await makeCase({ teamId: farTeam, owner: far, gmina: '2013072' })
    await makePerson(theirs, { givenName: 'Maria', familyName: surname, bornOn: '1985-03-14' })
    const stranger = await makeActor(far, { role: 'koordynator_zespolu', teamId: farTeam })
    expect((await page(stranger, theirs)).twins).toEqual([])
    await expect(page(stranger)).rejects.toMatchObject({ code: 'notFound' })
    await expect(link({}, stranger)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is not somebody hidden by a protection', async () => {
    await sameName()
    await asOwner().query(
      `insert into person_protection (person_id, owner_institution_id, close_user_ids, starts_on, recorded_by_id)
       values ($1, $2, array[$3::uuid], '2026-10-01', $3)`,
      [mother, ops, coordinator.userId],
    )
    expect((await page()).twins).toEqual([])
    await expect(link()).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('linking two records', () => {
  it('lets reading see one person, changes no word of either, and its undoing leaves everything as before', async () => {
    await sameName()
    await asOwner().query(`update person set given_name = 'Maria' where id = $1`, [twin])
    const before = await seen()
    expect({ ...before, rows: [] }).toEqual({
      elsewhere: [],
      found: [],
      others: [],
      mainElsewhere: true,
      rows: [],
    })
    // the second record gets the name that it was typed with: nothing but the link knows them as one now
    const typed = () =>
      asOwner().query(`update person set given_name = 'Marianna', name_folded = $2 where id = $1`, [
        twin,
        `marianna ${surname.toLowerCase()}`,
      ])
    await link()
    await typed()
    const rows = [await rowsOf('person', 'id'), await rowsOf('person_identity', 'person_id')]
    expect(await seen()).toEqual({
      elsewhere: ['Rodzina pierwsza'],
      found: ['Rodzina druga', 'Rodzina pierwsza'],
      others: [`Maria ${surname}`],
      mainElsewhere: true,
      rows,
    })
    await unlink()
    expect(await seen()).toEqual({
      elsewhere: [],
      found: ['Rodzina druga'],
      others: [],
      mainElsewhere: false,
      rows,
    })
    expect((await page()).twins).toEqual([])
  })

  it('gives one person where the unit’s records are asked by surname and birth date', async () => {
    await sameName()
    const third = await makeCase({ teamId: team, owner: ops, status: 'diagnosis' })
    await makePerson(third, { givenName: 'Jan', familyName: 'Inny', bornOn: '1980-01-01' })
    await giveRole(worker.userId, ops, { role: 'koordynator_rodziny', caseId: third.caseId })
    const ofThird = await actorOf(worker.userId, ops)
    const join = () =>
      joinFamily.execute(ofThird, {
        caseId: third.caseId,
        pesel: '',
        familyName: surname,
        bornOn: '14.03.1985',
        relationKey: 'partner',
        livesTogether: '',
        since: '',
      })
    expect(await join()).toEqual({ known: 2, personIds: [] })
    await link()
    expect(await join()).toEqual({ known: 1, personIds: [mother] })
  })

  it('stands in the story of both families, in the access log and on the page, also after it was taken back', async () => {
    await sameName()
    await link()
    await expect(link()).rejects.toMatchObject({ code: 'notFound' })
    await unlink()
    expect((await page()).links).toMatchObject([
      {
        kept: `Maria ${surname}`,
        other: `Maria ${surname}`,
        reason: 'Pokazała dowód.',
        unlinkReason: 'To jednak siostra.',
      },
    ])
    for (const made of [first, second]) {
      const { events } = await readHistory.execute(coordinator, {
        caseId: made.caseId,
        personId: null,
        institutionId: null,
        category: null,
        part: 'case',
        cursor: '',
        whole: true,
      })
      expect(events.map((e) => [e.what.kind, e.words])).toEqual([
        ['personUnlinked', 'To jednak siostra.'],
        ['personLinked', 'Pokazała dowód.'],
      ])
    }
    const { rows } = await asOwner().query(
      `select action, reason, subject_ids from audit_event where case_id = $1 and kind = 'write' order by at`,
      [second.caseId],
    )
    expect(rows).toEqual([
      { action: 'person.link', reason: 'Pokazała dowód.', subject_ids: [mother, twin] },
      { action: 'person.unlink', reason: 'To jednak siostra.', subject_ids: [mother, twin] },
    ])
    await link()
  })

  it('is refused of two records in one case, of a chain, and to who only reads', async () => {
    await sameName()
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    await expect(link({}, leader)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await page(leader)).twins).toHaveLength(1)
    const third = await makePerson(second, { givenName: 'Maria', familyName: surname, bornOn: '1985-03-14' })
    await expect(link({ twinId: third })).rejects.toMatchObject({ fields: { keep: 'bothInCase' } })
    await link()
    // the record that is kept already is not the second one of another pair
    await expect(link({ personId: third, keep: 'this' })).rejects.toMatchObject({ key: 'linkedAlready' })
    await expect(link({ personId: third, twinId: mother, keep: 'twin' })).resolves.toMatchObject({
      personIds: [mother, third],
    })
  })

  it('is refused by the database itself across what the actor reads, rewritten or chained', async () => {
    const narrow = await ofSecondAlone()
    const add = (who: Actor, keptId: string, otherId: string) =>
      asActor(who, (tx) =>
        tx.personLink.createMany({
          data: [{ ownerInstitutionId: ops, keptId, otherId, reason: 'x', linkedById: who.userId }],
        }),
      )
    await expect(add(narrow, mother, twin)).rejects.toThrow()
    await add(coordinator, mother, twin)
    await expect(add(coordinator, twin, mother)).rejects.toThrow()
    await expect(
      asActor(coordinator, (tx) =>
        tx.personLink.updateMany({ where: { otherId: twin }, data: { reason: 'y' } }),
      ),
    ).rejects.toThrow()
    const { rows } = await asOwner().query('select reason from person_link where other_id = $1', [twin])
    expect(rows).toEqual([{ reason: 'x' }])
  })
})
