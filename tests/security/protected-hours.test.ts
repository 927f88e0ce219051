import { beforeAll, describe, expect, it } from 'vitest'
import { editLine, listDeliveries, readLine } from '@/lib/baskets'
import { asActor } from '@/lib/platform/db'
import { listWorkers, readHistory } from '@/lib/story'
import { lineRow, makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { at, line, made, mother, places, protect, useScene } from '@/tests/support/scenes/protection'
import { storyOf } from '@/tests/support/story'
import { insert } from '@/tests/support/world'

useScene()

let draft: string
let need: string

beforeAll(async () => {
  need = crypto.randomUUID()
  await insert('need', {
    id: need,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    person_id: mother,
    need_key: 'nauka_absencja',
    category: 'EDUKACJA',
    created_by_id: at('coordinator').userId,
  })
  draft = await makeLine(made, {
    provider: places.ngo ?? '',
    createdBy: at('coordinator').userId,
    persons: [mother],
    status: 'draft',
  })
  await asOwner().query(
    `update basket_line set weekday = 2, at_time = '16:00', place = 'Rynek 1', version = 2 where id = $1`,
    [draft],
  )
  await protect()
})

const edit = (version: number) =>
  editLine.execute(at('assistant'), {
    lineId: draft,
    version,
    needIds: [need],
    goalIds: [],
    serviceKey: 'korepetycje',
    providerId: places.ngo ?? '',
    personIds: [mother],
    startsOn: '1.12.2026',
    title: 'Matematyka',
  } as never)

describe('who is close to the suspected person and mends a draft for the protected one', () => {
  it('is not told hour and place by what somebody else saved meanwhile', async () => {
    const refused = await edit(1).catch((error: unknown) => error)
    expect(refused).toMatchObject({ key: 'stale', theirs: { version: '2' } })
    expect(JSON.stringify((refused as { theirs: object }).theirs)).not.toMatch(/16:00|Rynek/u)
  })

  it('and does not take them away by saving what was not shown', async () => {
    await edit(2)
    expect(await lineRow(draft)).toMatchObject({
      title: 'Matematyka',
      weekday: 2,
      at_time: '16:00',
      place: 'Rynek 1',
    })
  })
})

describe('the day of a service for the protected person', () => {
  beforeAll(async () => {
    await asOwner().query(
      `update basket_line set status = 'inProgress', starts_on = '2026-11-03', last_delivery_on = '2026-11-17' where id = $1`,
      [line],
    )
    await insert('service_delivery', {
      line_id: line,
      case_id: made.caseId,
      team_id: made.teamId,
      institution_id: places.ngo,
      delivered_on: '2026-11-17',
      quantity: '1.00',
      recorded_by_id: at('worker').userId,
    })
  })

  const told = async (name: string) => {
    const view = await readLine.execute(at(name), { lineId: line })
    const workers = await listWorkers.execute(at(name), { caseId: made.caseId })
    const worker = workers.find((one) => one.institution === 'Fundacja')
    return [view.line.lastDeliveryOn, view.line.nextExpectedOn, worker?.lastOn, worker?.nextOn]
  }

  it('is told to the coordinator, and not to who is close to the suspected one', async () => {
    expect(await told('coordinator')).toEqual(['2026-11-17', '2026-11-24', '2026-11-17', '2026-11-24'])
    expect(await told('assistant')).toEqual([null, null, null, null])
  })

  it('stands in no table that who is close may read', async () => {
    const days = (name: string) =>
      asActor(at(name), (tx) => tx.serviceDelivery.count({ where: { caseId: made.caseId } }))
    expect([await days('coordinator'), await days('worker'), await days('assistant')]).toEqual([1, 1, 0])
    const listed = await listDeliveries.execute(at('assistant'), { caseId: made.caseId })
    expect(listed).toEqual([])
    const story = await readHistory.execute(at('assistant'), storyOf(made.caseId))
    expect(JSON.stringify(story)).not.toContain('"delivery"')
    const own = await readHistory.execute(at('coordinator'), storyOf(made.caseId))
    expect(JSON.stringify(own)).toContain('"delivery"')
  })
})
