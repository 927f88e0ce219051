import { beforeEach, describe, expect, it } from 'vitest'
import { familyTeam, moveVariantVersion, readCase, readCaseVariant } from '@/lib/cases'
import { readDiagnosis, saveOneArea } from '@/lib/diagnosis'
import type { Actor } from '@/lib/policy/actor'
import { readHistory } from '@/lib/story'
import { nationalBody } from '@/lib/variants'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { coordinator, made, ops, school, team, useDiagnosis } from '@/tests/support/scenes/diagnosis'
import { pinCase, publishVersion, terms } from '@/tests/support/scenes/variants'
import { storyOf } from '@/tests/support/story'
import { makeActor, makeTeam } from '@/tests/support/world'

useDiagnosis()

let lead: Actor
beforeEach(async () => {
  await asOwner().query('update team set variant_version_id = null where id = $1', [team])
  await pinCase(made.caseId, null)
  lead = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
})

const read = (to?: string) => readCaseVariant.execute(lead, { caseId: made.caseId, to })
const move = (toVersionId: string | null, version = 1, who = lead) =>
  moveVariantVersion.execute(who, {
    caseId: made.caseId,
    version,
    toVersionId,
    reason: 'Tak robi cały zespół',
  })

const withoutIncome = () => ({
  areas: nationalBody('I').areas.filter(({ key }) => key !== 'dochody'),
  documents: { 'case.close': ['protokol'] as string[], 'team.dissolve': ['sprawozdanie'] as string[] },
  ...terms({ diagnosis: { unit: 'calendar', count: 20 }, meetingRhythm: { unit: 'month', count: 1 } }),
})

describe('the version of a case', () => {
  it('is shown with what it says, and with what another one would change for the case', async () => {
    await asOwner().query(`update family_case set due_on = '2026-12-23' where id = $1`, [made.caseId])
    await saveOneArea.execute(coordinator, {
      caseId: made.caseId,
      areaKey: 'dochody',
      version: 0,
      score: '2',
      familyScore: '',
      strengths: '',
      causes: 'Zwolnienie',
      deficits: '',
      needs: '',
      expectations: '',
    })
    const first = await publishVersion(team, withoutIncome())
    expect(await read()).toMatchObject({
      current: { id: null, number: null },
      teamOther: null,
      look: null,
      dueOn: '2026-12-23',
    })
    expect((await read()).others).toMatchObject([{ id: first, ofTeam: false, note: 'Uzgodnione w regionie' }])
    await asOwner().query('update team set variant_version_id = $2 where id = $1', [team, first])
    // the version of the team is looked at first
    const view = await read()
    expect(view.teamOther?.id).toBe(first)
    expect(view.look).toMatchObject({
      offer: { id: first },
      kept: ['Dochody i zadłużenie'],
      changes: [
        { section: 'terms', what: 'diagnosis', after: { unit: 'calendar', count: 20 } },
        { section: 'documents', what: 'case.close', added: ['protokol'], removed: [] },
        { section: 'areas', what: 'removed', area: 'Dochody i zadłużenie' },
      ],
    })
    // who works with the family reads it and moves nothing
    const worker = await readCaseVariant.execute(coordinator, { caseId: made.caseId, to: first })
    expect([worker.others, worker.look, worker.teamOther?.id]).toEqual([[], null, first])
  })

  it('is moved with a reason, keeps the day that was set, and tells who, why and from where', async () => {
    await asOwner().query(`update family_case set due_on = '2026-12-23' where id = $1`, [made.caseId])
    const first = await publishVersion(team, withoutIncome())
    await move(first)
    const head = await readCase.execute(lead, { caseId: made.caseId })
    expect([head.version, head.dueOn]).toEqual([2, '2026-12-23'])
    const { areas } = await readDiagnosis.execute(coordinator, { caseId: made.caseId })
    expect(areas.map(({ key }) => key)).not.toContain('dochody')
    const view = await read('krajowy')
    expect([view.current.id, view.look?.offer.id]).toEqual([first, null])
    const { number } = view.current
    expect(view.moves).toMatchObject([{ from: null, to: number, reason: 'Tak robi cały zespół' }])
    await move(null, 2)
    expect((await read()).moves).toMatchObject([
      { from: number, to: null },
      { from: null, to: number },
    ])
    const told = await asOwner().query(`select kind from notification where user_id = $1 and case_id = $2`, [
      coordinator.userId,
      made.caseId,
    ])
    expect(told.rows).toEqual([{ kind: 'case.modelMoved' }, { kind: 'case.modelMoved' }])
    const { events } = await readHistory.execute(lead, storyOf(made.caseId, 'case'))
    expect(events.filter(({ what }) => what.kind === 'variantMoved')).toMatchObject([
      { what: { from: number, to: null }, words: 'Tak robi cały zespół' },
      { what: { from: null, to: number } },
    ])
  })

  it('is not moved from a page that is old, to where it is, to a version of others, or after the end', async () => {
    const first = await publishVersion(team, withoutIncome())
    const other = await publishVersion(await makeTeam({ lead: ops }), withoutIncome())
    expect(await refusal(move(first, 7))).toBe('conflict stale')
    expect(await refusal(move(null))).toBe('conflict case.sameVersion')
    expect(await refusal(move(other))).toBe('invalid invalid toVersionId')
    await asOwner().query(
      `update family_case set status = 'closed', closed_on = '2026-11-20' where id = $1`,
      [made.caseId],
    )
    expect(await refusal(move(first))).toBe('conflict wrongState')
    expect((await read()).others).toEqual([])
    const { rows } = await asOwner().query('select from case_variant_move where case_id = $1', [made.caseId])
    expect(rows).toEqual([])
  })

  it('says whether the team itself works with the family or a family team beside it', async () => {
    const levels = async () => (await readCase.execute(lead, { caseId: made.caseId })).twoLevels
    expect(await levels()).toBe(false)
    await pinCase(made.caseId, await publishVersion(team, { twoLevels: true }))
    expect(await levels()).toBe(true)
    const { parties } = await familyTeam.execute(lead, { caseId: made.caseId })
    expect(parties.map(({ id, takesPart }) => [id === school, takesPart])).toEqual([
      [false, false],
      [true, true],
    ])
  })
})
