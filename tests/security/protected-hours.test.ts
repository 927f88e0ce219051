import { beforeAll, describe, expect, it } from 'vitest'
import { editLine, listDeliveries, readLine } from '@/lib/baskets'
import { readNote, writeNote } from '@/lib/notes'
import { planSheet } from '@/lib/plans'
import { asActor } from '@/lib/platform/db'
import { listWorkers, readHistory } from '@/lib/story'
import { lineRow, makeLine, makePlan, setSchedule } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { at, end, line, made, mother, places, protect, useScene } from '@/tests/support/scenes/protection'
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
  await setSchedule(draft, { weekday: 2, atTime: '16:00', place: 'Rynek 1' })
  await asOwner().query(`update basket_line set version = 2 where id = $1`, [draft])
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
      `update basket_line set status = 'inProgress', starts_on = '2026-11-03' where id = $1`,
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

describe('the database itself', () => {
  const hours = (name: string) =>
    asActor(at(name), async (tx) =>
      (await tx.lineSchedule.findMany({ where: { lineId: line } })).map((h) => [
        h.weekday,
        h.atTime,
        h.place,
      ]),
    )

  it('gives hour and place to the owner, the safe and who delivers, and no row to anybody else', async () => {
    const told = [[2, '16:00', 'Rynek 1']]
    expect(await hours('coordinator')).toEqual(told)
    expect(await hours('therapist')).toEqual(told)
    expect(await hours('worker')).toEqual(told)
    expect([await hours('assistant'), await hours('teacher')]).toEqual([[], []])
  })

  it('lets nobody write over what they are not shown', async () => {
    const written = (name: string) =>
      asActor(
        at(name),
        async (tx) =>
          (await tx.lineSchedule.updateMany({ where: { lineId: line }, data: { place: 'Rynek 1' } })).count,
      )
    expect([await written('coordinator'), await written('worker'), await written('assistant')]).toEqual([
      1, 1, 0,
    ])
  })

  it('keeps the day of the next contact with the protected person from who is close', async () => {
    const noteId = crypto.randomUUID()
    await writeNote.execute(at('coordinator'), {
      caseId: made.caseId,
      noteId,
      category: 'EDUKACJA',
      personIds: [mother],
      kind: 'visit',
      heldOn: '24.11.2026',
      summary: 'Rozmowa o szkole',
      body: 'Była u nas.',
      nextOn: '3.12.2026',
    } as never)
    const next = async (name: string) => {
      const { note } = await readNote.execute(at(name), { noteId })
      const rows = await asActor(at(name), (tx) => tx.noteNext.count({ where: { noteId } }))
      return [note.nextOn, rows, note.summary]
    }
    expect(await next('coordinator')).toEqual(['2026-12-03', 1, 'Rozmowa o szkole'])
    expect(await next('therapist')).toEqual(['2026-12-03', 1, 'Rozmowa o szkole'])
    expect(await next('assistant')).toEqual([null, 0, 'Rozmowa o szkole'])
    expect(await next('teacher')).toEqual([null, 0, 'Rozmowa o szkole'])
  })

  it('gives a coordinator who is close to the suspected one what was signed without hours, and not the text itself', async () => {
    const plan = await makePlan(made, [line], 'approval')
    const { rows } = await asOwner().query<{ body: string; hash: string }>(
      `select b.body, encode(sha256(convert_to(b.body, 'UTF8')), 'hex') as hash from (select app.plan_body($1) as body) b`,
      [plan],
    )
    await insert('plan_content', {
      plan_id: plan,
      case_id: made.caseId,
      team_id: made.teamId,
      owner_institution_id: made.owner,
      body: rows[0]?.body,
    })
    await asOwner().query(`update plan set status = 'inForce', content_hash = $2 where id = $1`, [
      plan,
      rows[0]?.hash,
    ])
    const signed = async () => {
      const sheet = await planSheet.execute(at('coordinator'), { caseId: made.caseId, versionNo: 1 })
      const kept = await asActor(at('coordinator'), (tx) => tx.planContent.count())
      return [sheet.lines.map((l) => [l.weekday, l.atTime, l.place]), sheet.intact, kept]
    }
    expect(await signed()).toEqual([[[2, '16:00', 'Rynek 1']], true, 1])
    await end()
    await insert('person_protection', {
      person_id: mother,
      owner_institution_id: made.owner,
      close_user_ids: [at('coordinator').userId],
      starts_on: '2026-11-24',
      recorded_by_id: at('teamCoordinator').userId,
    })
    expect(await signed()).toEqual([[[null, null, null]], true, 0])
  })
})
