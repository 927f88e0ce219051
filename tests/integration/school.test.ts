import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listNotifications } from '@/lib/notifications'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import {
  addMaterial,
  cancelEvent,
  correctEvent,
  createEvent,
  listEvents,
  listTrainings,
  openMaterial,
  readCertificate,
  readEvent,
  recordAttendance,
  removeMaterial,
  signOff,
  signUp,
  signUpPeople,
  teamTrainings,
  verifyCertificate,
} from '@/lib/school'
import { asOwner, useDatabase } from '@/tests/support/database'
import { testInstant } from '@/tests/support/day'
import { refusal } from '@/tests/support/refusal'
import { giveRole, makeActor, makeInstitution, makeTeam, makeUser } from '@/tests/support/world'

useDatabase()

let rops: Actor
let leader: Actor
let teacher: Actor
let nurse: Actor
let far: Actor
let teamId: string
let ops: string

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS' })
  const school = await makeInstitution({ name: 'Szkoła', kind: 'szkola_podstawowa' })
  const clinic = await makeInstitution({ name: 'Przychodnia', kind: 'poz' })
  teamId = await makeTeam({ lead: ops, members: [school] })
  const centre = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  rops = await makeActor(centre, { role: 'rops_koordynator' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  teacher = await makeActor(school, { role: 'wykonawca' }, { givenName: 'Ewa', familyName: 'Żak' })
  nurse = await makeActor(clinic, { role: 'wykonawca' })
  far = await makeActor(await makeInstitution({ seat: '2061011' }), { role: 'lider_gminny' })
})
beforeEach(() => freeze(testInstant))

const fields = {
  kind: 'school',
  title: 'Rozmowa o zgodzie',
  programme: 'Ćwiczenia',
  place: 'Rzeszów',
  link: '',
  startsOn: '10.12.2026',
  endsOn: '',
  startsAt: '9',
  places: '1',
} as const

const make = async (more: object = {}): Promise<string> =>
  (await createEvent.execute(rops, { ...fields, ...more })).eventId
const told = async (actor: Actor): Promise<string[]> =>
  (await listNotifications.execute(actor, { onlyUnread: true, cursor: '' })).rows.map((n) => n.kind)
const entryOf = async (actor: Actor, eventId: string): Promise<string> =>
  (await readEvent.execute(actor, { eventId })).own?.id ?? ''

describe('an event', () => {
  it('is made by the ROPS and found in its voivodeship alone, without diacritics', async () => {
    const eventId = await make({ title: 'Żywa biblioteka łączy' })
    const list = await listEvents.execute(teacher, { q: 'laczy ZYWA', kind: '' })
    expect(list.ahead.map((e) => [e.title, e.startsAt, e.state])).toEqual([
      ['Żywa biblioteka łączy', '09:00', 'open'],
    ])
    expect((await listEvents.execute(far, { q: '', kind: '' })).ahead).toEqual([])
    expect(await refusal(readEvent.execute(far, { eventId }))).toBe('notFound notFound')
    expect(await refusal(createEvent.execute(leader, fields))).toBe('forbidden forbidden')
  })

  it('is somewhere, not in the past, and has room for who has a place', async () => {
    expect(await refusal(make({ place: '' }))).toContain('invalid')
    expect(await refusal(make({ startsOn: '1.11.2026' }))).toContain('invalid')
    expect(await refusal(make({ link: 'javascript:alert(1)' }))).toContain('invalid')
    const eventId = await make({ places: '2' })
    for (const actor of [teacher, nurse]) await signUp.execute(actor, { eventId })
    expect(
      await refusal(correctEvent.execute(rops, { ...fields, eventId, version: 1, places: '1' })),
    ).toContain('invalid')
  })

  it('tells everybody who signed up when it moves or is called off, and then takes nobody', async () => {
    const eventId = await make()
    await signUp.execute(teacher, { eventId })
    await signUp.execute(nurse, { eventId })
    await correctEvent.execute(rops, { ...fields, eventId, version: 1, startsOn: '11.12.2026' })
    await cancelEvent.execute(rops, { eventId, version: 2, reason: 'Choroba' })
    for (const actor of [teacher, nurse])
      expect((await told(actor)).slice(0, 2).sort()).toEqual(['school.cancelled', 'school.moved'])
    expect(await refusal(signUp.execute(leader, { eventId }))).toBe('conflict school.closed')
  })
})

describe('places', () => {
  it('go in the order of signing up; a freed one goes to who waits first, who is told', async () => {
    const eventId = await make()
    expect((await signUp.execute(teacher, { eventId })).outcome).toBe('signed')
    expect((await signUp.execute(nurse, { eventId })).outcome).toBe('waiting')
    expect((await signUp.execute(leader, { eventId })).outcome).toBe('waiting')
    expect((await signUp.execute(nurse, { eventId })).outcome).toBe('already')
    expect((await readEvent.execute(leader, { eventId })).ahead).toBe(2)
    await signOff.execute(teacher, { entryId: await entryOf(teacher, eventId) })
    expect((await readEvent.execute(nurse, { eventId })).own?.state).toBe('signed')
    expect((await told(nurse))[0]).toBe('school.placeFreed')
    const [freed] = (await listNotifications.execute(nurse, { onlyUnread: true, cursor: '' })).rows
    expect(freed?.thingId).toBe(eventId)
    // a fresh sign-up stands behind who waits
    expect((await signUp.execute(teacher, { eventId })).outcome).toBe('waiting')
    const { ahead, signed, waiting } = await readEvent.execute(teacher, { eventId })
    expect([ahead, signed, waiting]).toEqual([2, 1, 2])
    await correctEvent.execute(rops, { ...fields, eventId, version: 1, places: '2' })
    expect((await readEvent.execute(leader, { eventId })).own?.state).toBe('signed')
  })

  it('of two who ask at once for the last one, one waits', async () => {
    const eventId = await make()
    const outcomes = await Promise.all([teacher, nurse].map((a) => signUp.execute(a, { eventId })))
    expect(outcomes.map((o) => o.outcome).sort()).toEqual(['signed', 'waiting'])
  })

  it('are given and given back until the day before', async () => {
    const eventId = await make({ startsOn: '25.11.2026' })
    await signUp.execute(teacher, { eventId })
    const entryId = await entryOf(teacher, eventId)
    expect(await refusal(recordAttendance.execute(rops, { eventId, attended: [entryId] }))).toBe(
      'conflict school.notYet',
    )
    await asOwner().query(`update school_event set starts_on = '2026-11-20' where id = $1`, [eventId])
    expect(await refusal(signOff.execute(teacher, { entryId }))).toBe('conflict school.closed')
    expect(await refusal(signUp.execute(nurse, { eventId }))).toBe('conflict school.closed')
  })

  it('are taken for colleagues by the head of a house, never for others', async () => {
    const eventId = await make({ places: '5' })
    const colleague = await makeUser(ops)
    await giveRole(colleague, ops, { role: 'asystent_rodziny' })
    await signUpPeople.execute(leader, { eventId, userIds: [colleague] })
    expect((await readEvent.execute(leader, { eventId })).people.map((p) => p.userId)).toEqual([colleague])
    expect((await readEvent.execute(teacher, { eventId })).people).toEqual([])
    expect(await refusal(signUpPeople.execute(leader, { eventId, userIds: [teacher.userId] }))).toBe(
      'notFound notFound',
    )
    expect(await refusal(signUpPeople.execute(teacher, { eventId, userIds: [colleague] }))).toBe(
      'forbidden forbidden',
    )
    const entryId = (await readEvent.execute(leader, { eventId })).people[0]?.id ?? ''
    expect(await refusal(signOff.execute(nurse, { entryId }))).toBe('notFound notFound')
    await signOff.execute(leader, { entryId })
    expect((await readEvent.execute(leader, { eventId })).signed).toBe(0)
  })
})

describe('who came', () => {
  it('has a certificate with a number that can be checked, as long as the attendance holds', async () => {
    const eventId = await make({ places: '5', title: 'Superwizja' })
    for (const actor of [teacher, nurse]) await signUp.execute(actor, { eventId })
    await asOwner().query(
      `update school_event set starts_on = '2026-11-20', ends_on = '2026-11-20' where id = $1`,
      [eventId],
    )
    const entryId = await entryOf(teacher, eventId)
    await recordAttendance.execute(rops, { eventId, attended: [entryId] })
    const paper = await readCertificate.execute(teacher, { entryId })
    expect(paper).toMatchObject({ person: 'Ewa Żak', title: 'Superwizja', startsOn: '2026-11-20' })
    expect(paper.number).toMatch(/^18\/2026\/[2-9A-Z]{4}-[2-9A-Z]{4}$/u)
    const check = (actor: Actor) =>
      verifyCertificate.execute(actor, { number: ` ${paper.number.toLowerCase()} ` })
    expect((await check(leader)).found?.person).toBe('Ewa Żak')
    expect((await check(far)).found).toBe(null)
    expect(await refusal(readCertificate.execute(nurse, { entryId }))).toBe('notFound notFound')

    const all = await listTrainings.execute(rops, { q: 'zak', teamId, eventId })
    expect(all.rows.map((r) => [r.person, r.institution, r.teams.length])).toEqual([['Ewa Żak', 'Szkoła', 1]])
    expect((await listTrainings.execute(rops, { q: 'nikt', teamId: '', eventId: '' })).rows).toEqual([])
    expect((await teamTrainings.execute(leader, { teamId })).rows.map((r) => r.person)).toEqual(['Ewa Żak'])
    expect(await refusal(teamTrainings.execute(far, { teamId }))).toBe('notFound notFound')
    expect(await refusal(listTrainings.execute(leader, { q: '', teamId: '', eventId: '' }))).toBe(
      'forbidden forbidden',
    )

    await recordAttendance.execute(rops, { eventId, attended: [] })
    expect((await check(leader)).found).toBe(null)
    await recordAttendance.execute(rops, { eventId, attended: [entryId] })
    expect((await readCertificate.execute(teacher, { entryId })).number).toBe(paper.number)
  })
})

it('a material is an address or a file, which the region opens until it is removed', async () => {
  const eventId = await make()
  const file = new File(['%PDF-1.4\nslajdy\n%%EOF'], 'slajdy.pdf')
  const none = new File([], '')
  const title = 'Slajdy'
  const link = 'https://rops.example/a'
  const add = (more: object) => refusal(addMaterial.execute(rops, { eventId, title, link: '', ...more }))
  expect(await add({ file: none })).toBe('invalid invalid link')
  expect(await add({ link, file })).toBe('invalid invalid file')
  expect(await add({ file: new File(['MZ'], 'slajdy.pdf') })).toBe('invalid invalid file')
  expect(await add({ file })).toBe('allowed')
  const [material] = (await readEvent.execute(teacher, { eventId })).materials
  expect(material).toMatchObject({ title: 'Slajdy', link: null })
  const materialId = material?.id ?? ''
  expect((await openMaterial.execute(teacher, { materialId })).bytes.toString()).toBe(
    '%PDF-1.4\nslajdy\n%%EOF',
  )
  expect(await refusal(openMaterial.execute(far, { materialId }))).toBe('notFound notFound')
  await removeMaterial.execute(rops, { materialId })
  expect(await refusal(openMaterial.execute(teacher, { materialId }))).toBe('notFound notFound')
  expect(await asActor(teacher, (tx) => tx.attachment.count({ where: { subjectId: materialId } }))).toBe(0)
})

describe('the second lock', () => {
  it('lets nobody take a place, mend an event or note attendance past the functions', async () => {
    const eventId = await make()
    await signUp.execute(teacher, { eventId })
    await addMaterial.execute(rops, { eventId, title: 'Slajdy', link: 'https://rops.example/a' })
    const insert = asActor(nurse, (tx) =>
      tx.schoolEntry.createMany({
        data: [
          {
            eventId,
            wojewodztwoCode: '18',
            userId: nurse.userId,
            institutionId: nurse.institutionId,
            signedById: nurse.userId,
            queueNo: 99,
            state: 'signed',
          },
        ],
      }),
    )
    await expect(insert).rejects.toThrow()
    for (const actor of [teacher, leader, far]) {
      const changed = await asActor(actor, async (tx) => [
        await tx.schoolEvent.updateMany({ where: { id: eventId }, data: { places: 9 } }),
        await tx.schoolEntry.updateMany({ where: { eventId }, data: { attended: true } }),
        await tx.schoolMaterial.updateMany({ where: { eventId }, data: { title: 'Inne' } }),
      ])
      expect(changed).toEqual([{ count: 0 }, { count: 0 }, { count: 0 }])
    }
    const seen = await asActor(far, async (tx) => [
      await tx.schoolEvent.count(),
      await tx.schoolEntry.count(),
      await tx.schoolMaterial.count(),
      await tx.$queryRaw`select * from app.school_counts(${[eventId]}::uuid[])`,
    ])
    expect(seen).toEqual([0, 0, 0, []])
    const moved = asActor(rops, (tx) =>
      tx.schoolEntry.updateMany({ where: { eventId }, data: { userId: nurse.userId } }),
    )
    await expect(moved).rejects.toThrow(/never changes/u)
  })
})
