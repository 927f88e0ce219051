import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { answerLine, proposeServices } from '@/lib/baskets'
import { closeNeed, endUnmetNeed, listNeeds, recordUnmetNeed } from '@/lib/diagnosis'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  basket,
  clinic,
  coordinator,
  create,
  leader,
  made,
  need,
  ops,
  school,
  useScene,
} from '@/tests/support/scenes/basket'
import { makeActor } from '@/tests/support/world'

useScene()

const page = (actor: Actor = coordinator) =>
  proposeServices.execute(actor, {
    caseId: made.caseId,
    needId: need,
    serviceKey: '',
    providerId: '',
    lineId: '',
  })
const note = (serviceKey: string, actor: Actor = coordinator) =>
  recordUnmetNeed.execute(actor, { needId: need, serviceKey })
const open = async () => (await page()).unmet.map((one) => [one.serviceKey, one.notedOn])
const records = async () =>
  (
    await asOwner().query(
      'select service_key, ended_why, line_id from unmet_service where case_id = $1 order by noted_at',
      [made.caseId],
    )
  ).rows
const idOfOpen = async () => (await page()).unmet[0]?.id ?? ''
const since = async () => (await listNeeds.execute(coordinator, { caseId: made.caseId })).needs[0]?.unmetSince

describe('a service that nobody here gives', () => {
  it('is noted with who and when, once, and the basket says since when', async () => {
    expect(await page()).toMatchObject({ unmet: [], mayUnmet: true })
    await note('dowoz_uczniow')
    await note('dowoz_uczniow')
    expect((await page()).unmet).toEqual([
      {
        id: expect.any(String),
        serviceKey: 'dowoz_uczniow',
        service: 'Dowóz ucznia (także z niepełnosprawnością)',
        notedOn: '2026-11-23',
        notedBy: `${coordinator.givenName} ${coordinator.familyName}`,
      },
    ])
    expect(await records()).toEqual([{ service_key: 'dowoz_uczniow', ended_why: null, line_id: null }])
    expect((await basket()).needs[0]?.conclusion).toEqual({ kind: 'unmet', since: '2026-11-23' })
  })

  it('is of the catalogue, of an open need, noted by who works with the family', async () => {
    const team = made.teamId
    expect(await refusal(note('czary'))).toBe('invalid invalid serviceKey')
    expect(await refusal(note('dowoz_uczniow', leader))).toBe('forbidden forbidden')
    const teams = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
    expect(await refusal(note('dowoz_uczniow', teams))).toBe('forbidden forbidden')
    const stranger = await makeActor(school, { role: 'decydent' })
    expect(await refusal(note('dowoz_uczniow', stranger))).toBe('notFound notFound')
    expect(
      await refusal(
        recordUnmetNeed.execute(coordinator, { needId: randomUUID(), serviceKey: 'korepetycje' }),
      ),
    ).toBe('notFound notFound')
    await closeNeed.execute(coordinator, { needId: need, version: 1, reason: 'zdał' })
    expect(await refusal(note('dowoz_uczniow'))).toBe('conflict wrongState')
    expect((await page()).mayUnmet).toBe(false)
  })

  it('is taken back as a mistake, and may be noted again', async () => {
    await note('dowoz_uczniow')
    const unmetId = await idOfOpen()
    expect(await refusal(endUnmetNeed.execute(leader, { unmetId, why: 'mistake' }))).toBe(
      'forbidden forbidden',
    )
    await endUnmetNeed.execute(coordinator, { unmetId, why: 'mistake' })
    expect(await open()).toEqual([])
    expect(await since()).toBeNull()
    expect(await refusal(endUnmetNeed.execute(coordinator, { unmetId, why: 'noLonger' }))).toBe(
      'conflict stale',
    )
    await note('dowoz_uczniow')
    expect(await open()).toEqual([['dowoz_uczniow', '2026-11-23']])
    expect((await records()).map((r) => r.ended_why)).toEqual(['mistake', null])
  })
})

describe('it ends by itself', () => {
  beforeEach(async () => {
    await note('korepetycje')
    await note('dowoz_uczniow')
  })

  it('when somebody is asked for this service for this need, not by a draft and not by another service', async () => {
    await create({ serviceKey: 'pomoc_pp', send: 'on' })
    await create({ providerId: school, endsOn: '28.02.2027' })
    expect(await open()).toEqual([
      ['dowoz_uczniow', '2026-11-23'],
      ['korepetycje', '2026-11-23'],
    ])
    const { lineId } = await create({ providerId: school, startsOn: '1.03.2027', send: 'on' })
    expect(await open()).toEqual([['dowoz_uczniow', '2026-11-23']])
    expect(await records()).toContainEqual({ service_key: 'korepetycje', ended_why: 'line', line_id: lineId })
  })

  it('and is there to be noted anew when that one refuses', async () => {
    const { lineId } = await create({ providerId: school, send: 'on' })
    const head = await makeActor(school, { role: 'decydent' })
    await answerLine.execute(head, {
      lineId,
      version: 2,
      answer: 'decline',
      reasonKey: 'brak_miejsc',
      note: '',
    })
    expect(await open()).toEqual([['dowoz_uczniow', '2026-11-23']])
    await note('korepetycje')
    expect(await open()).toHaveLength(2)
  })
})

describe('why an institution is proposed', () => {
  it('comes from its own words, its seat and the centre of the gmina', async () => {
    await asOwner().query(
      `update institution_service set places = 8, free_places = 2, conditions = 'klasy 4–8', confirmed_on = '2026-11-02',
         confirmed_by_institution_id = institution_id where institution_id = $1`,
      [clinic],
    )
    await asOwner().query(`update institution set seat_code = '1863011' where id = $1`, [clinic])
    const { proposals } = await page()
    const offers = proposals.find((p) => p.service.key === 'korepetycje')?.offers
    expect(offers?.find((o) => o.name === 'Poradnia PP')).toMatchObject({
      conditions: 'klasy 4–8',
      pros: [
        { kind: 'declared', on: '2026-11-02' },
        { kind: 'places', free: 2, all: 8 },
        { kind: 'waiting', days: 30 },
        // 12.3 km between the centres of Świlcza and Rzeszów, a third more by road
        { kind: 'near', nearness: 'powiat', km: 16 },
        { kind: 'agreement' },
      ],
      cons: [],
    })
    expect(offers?.find((o) => o.name === 'Fundacja Słowo')?.cons).toEqual([
      { kind: 'unconfirmed', on: null },
      { kind: 'outside' },
    ])
  })
})
