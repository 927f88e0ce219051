import { beforeEach, describe, expect, it } from 'vitest'
import { passDeadlines } from '@/lib/cases/deadlines'
import {
  confirmOffers,
  endOffer,
  isOldOffer,
  mendOffer,
  offerServices,
  offerTermDays,
  readInstitution,
} from '@/lib/institutions'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()

/** What a form sends: empty fields are empty texts. */
const sent = (fields: object) => fields as never

let school: string
let head: Actor

beforeEach(async () => {
  school = await makeInstitution({ name: 'SP Bratkowice', kind: 'szkola_podstawowa' })
  head = await makeActor(school, { role: 'decydent' }, { givenName: 'Ewa', familyName: 'Nowak' })
})

const add = (actor: Actor, ...added: string[]) =>
  offerServices.execute(actor, sent({ institutionId: school, added }))
const offers = async () => (await readInstitution.execute(head, { institutionId: school })).services
const mend = (actor: Actor, fields: object) =>
  mendOffer.execute(
    actor,
    sent({
      institutionId: school,
      serviceKey: 'korepetycje',
      version: 1,
      places: '',
      freePlaces: '',
      ...fields,
    }),
  )
/** As if it had been confirmed so many days ago. */
const age = (days: number) =>
  asOwner().query(
    'update institution_service set confirmed_on = app.today() - $2::int where institution_id = $1',
    [school, days],
  )

describe('what an institution offers', () => {
  it('is entered, corrected and signed by its own people', async () => {
    expect(await add(head, 'korepetycje', 'korepetycje')).toMatchObject({ added: 1 })
    await mend(head, { places: '12', freePlaces: '3', waitingDays: '14', conditions: 'uczniowie klas 4–8' })
    expect(await offers()).toEqual([
      {
        serviceKey: 'korepetycje',
        retired: false,
        name: expect.stringContaining('orepetycje'),
        places: 12,
        freePlaces: 3,
        waitingDays: 14,
        conditions: 'uczniowie klas 4–8',
        confirmedOn: '2026-11-24',
        confirmedBy: 'Ewa Nowak',
        confirmedFor: 'SP Bratkowice',
        byItself: true,
        old: false,
        version: 2,
      },
    ])
  })

  it('shows both texts to who saves on an older one, and never more free places than there are', async () => {
    await add(head, 'korepetycje')
    await mend(head, { places: '5' })
    await expect(mend(head, { places: '7' })).rejects.toMatchObject({
      code: 'conflict',
      theirs: { version: '2', places: '5', freePlaces: '', waitingDays: '', conditions: '' },
    })
    expect(await refusal(mend(head, { version: 2, places: '3', freePlaces: '4' }))).toBe(
      'invalid invalid freePlaces',
    )
    expect(await refusal(mend(head, { version: 2, places: 'dużo' }))).toBe('invalid invalid places')
    expect(await refusal(mend(head, { serviceKey: 'diagnoza_ppp' }))).toBe('notFound notFound')
  })

  it('is confirmed again in one step, all of it or nothing', async () => {
    await add(head, 'korepetycje', 'pomoc_pp')
    await age(200)
    expect((await offers()).map((o) => [o.serviceKey, o.old])).toEqual([
      ['pomoc_pp', true],
      ['korepetycje', true],
    ])
    const confirm = (...seen: string[]) =>
      refusal(confirmOffers.execute(head, sent({ institutionId: school, seen })))
    expect(await confirm('pomoc_pp:1', 'korepetycje:2')).toBe('conflict stale')
    expect((await offers()).map((o) => o.old)).toEqual([true, true])
    expect(await confirm('pomoc_pp:1', 'korepetycje:1')).toBe('allowed')
    expect((await offers()).map((o) => [o.confirmedOn, o.old])).toEqual([
      ['2026-11-24', false],
      ['2026-11-24', false],
    ])
    expect(await confirm('pomoc pp')).toBe('invalid invalid seen.0')
  })

  it('ends, and begins again without its old figures', async () => {
    await add(head, 'korepetycje')
    await mend(head, { places: '5' })
    const end = (version: number) =>
      refusal(endOffer.execute(head, { institutionId: school, serviceKey: 'korepetycje', version }))
    expect(await end(1)).toBe('conflict stale')
    expect(await end(2)).toBe('allowed')
    expect(await offers()).toEqual([])
    expect(await add(head, 'korepetycje')).toMatchObject({ added: 1 })
    expect((await offers()).map((o) => [o.places, o.confirmedOn])).toEqual([[null, '2026-11-24']])
  })

  it('says who wrote it where that was not the institution', async () => {
    const ops = await makeInstitution({ name: 'GOPS Świlcza' })
    await add(await makeActor(ops, { role: 'lider_gminny' }), 'korepetycje')
    expect((await offers()).map((o) => [o.byItself, o.confirmedFor])).toEqual([[false, 'GOPS Świlcza']])
  })
})

describe('who may say it', () => {
  it.each([
    ['decydent', 'own', 'allowed'],
    ['admin_lokalny', 'own', 'allowed'],
    ['wykonawca', 'own', 'forbidden forbidden'],
    ['decydent', 'other', 'forbidden forbidden'],
    ['lider_gminny', 'other', 'allowed'],
    ['koordynator_rodziny', 'other', 'forbidden forbidden'],
  ] as const)('%s of the %s institution: %s', async (role, whose, expected) => {
    const at = whose === 'own' ? school : await makeInstitution()
    expect(await refusal(add(await makeActor(at, { role }), 'korepetycje'))).toBe(expected)
  })

  it('is asked of the database too: nobody signs for somebody else, and a ROPS stays in its region', async () => {
    await add(head, 'korepetycje')
    const other = await makeActor(await makeInstitution(), { role: 'decydent' })
    const far = await makeActor(await makeInstitution({ kind: 'rops', seat: '2013072' }), {
      role: 'rops_koordynator',
      wojewodztwoCode: '20',
    })
    const near = await makeActor(await makeInstitution({ kind: 'rops', seat: '1863011' }), {
      role: 'rops_koordynator',
      wojewodztwoCode: '18',
    })
    const change = (actor: Actor, data: object) =>
      asActor(actor, (tx) => tx.institutionService.updateMany({ where: { institutionId: school }, data }))
    const signed = (actor: Actor) => ({
      places: 1,
      confirmedById: actor.userId,
      confirmedByInstitutionId: actor.institutionId,
    })
    for (const actor of [other, far]) expect(await change(actor, signed(actor))).toEqual({ count: 0 })
    expect(await change(near, signed(near))).toEqual({ count: 1 })
    await expect(change(head, signed(near))).rejects.toThrow()
    await expect(change(head, { ...signed(head), confirmedOn: new Date('2027-01-01') })).rejects.toThrow()
    expect(await change(head, signed(head))).toEqual({ count: 1 })
  })
})

describe('old words', () => {
  const told = async () =>
    (
      await asOwner().query<{ user_id: string }>(`select user_id from notification where kind = 'offer.old'`)
    ).rows.map((r) => r.user_id)

  it('are old after the same number of days here and in the database', async () => {
    const { rows } = await asOwner().query<{ term: number }>('select app.offer_term() as term')
    expect([offerTermDays, rows[0]?.term]).toEqual([180, 180])
    expect(isOldOffer('2026-05-28', '2026-11-24')).toBe(false)
    expect(isOldOffer('2026-05-27', '2026-11-24')).toBe(true)
    expect(isOldOffer(null, '2026-11-24')).toBe(true)
  })

  it('are asked about once in thirty days, of who may confirm them', async () => {
    await makeActor(school, { role: 'wykonawca' })
    await add(head, 'korepetycje', 'pomoc_pp')
    await age(180)
    await passDeadlines()
    expect(await told()).toEqual([])
    await age(181)
    await passDeadlines()
    await passDeadlines()
    expect(await told()).toEqual([head.userId])
    await asOwner().query(
      'update institution_service set reminded_on = app.today() - 30 where institution_id = $1',
      [school],
    )
    await passDeadlines()
    expect(await told()).toEqual([head.userId, head.userId])
  })
})
