import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addStrength } from '@/lib/diagnosis'
import { addGoal, changePlan, comparePlans, editGoal, planCard, planSheet, readPlan } from '@/lib/plans'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  approve,
  child,
  coordinator,
  goal,
  leader,
  line,
  made,
  now,
  ops,
  sign,
  submit,
  useScene,
} from '@/tests/support/scenes/plans'
import { insert, makeActor } from '@/tests/support/world'

useScene()

const plan = (actor: Actor = coordinator) => readPlan.execute(actor, { caseId: made.caseId })
const firstGoal = async () => (await plan()).goals[0]
const strength = async (body = 'Lubi matematykę.') =>
  (
    await addStrength.execute(coordinator, {
      caseId: made.caseId,
      areaKey: 'edukacja',
      personId: child,
      body,
      saidBy: 'team' as const,
    })
  ).strengthId

describe('a goal that can be measured', () => {
  it('keeps whose it is, the family’s words, the measure and the strengths it leans on', async () => {
    const strengthId = await strength()
    await addGoal.execute(coordinator, {
      caseId: made.caseId,
      ...goal({ familyWords: 'Chcę sam przeczytać książkę.', personId: child, unit: 'ocena' }),
      strengthIds: strengthId,
    })
    expect(await firstGoal()).toMatchObject({
      title: 'Staś czyta ze zrozumieniem',
      familyWords: 'Chcę sam przeczytać książkę.',
      person: expect.stringMatching(/ /u),
      indicator: 'ocena z polskiego',
      baseline: '2',
      target: '3',
      unit: 'ocena',
      dueOn: '2027-06-30',
      missing: [],
      strengths: [{ body: 'Lubi matematykę.' }],
    })
  })

  it('may be noted short, but a plan with it is not submitted: what is missing is named', async () => {
    await addGoal.execute(coordinator, {
      caseId: made.caseId,
      ...goal({ indicator: '', target: '', dueOn: '' }),
    })
    await line()
    expect((await firstGoal())?.missing).toEqual(['indicator', 'target', 'dueOn'])
    expect((await plan()).missing).toEqual(['measures'])
    await expect(submit()).rejects.toMatchObject({
      key: 'plan.measures',
      params: { names: 'Staś czyta ze zrozumieniem' },
    })
  })

  it.each([
    [{ target: '2' }, { target: 'goalUnchanged' }],
    [{ baseline: 'nie czyta', target: 'NIE CZYTA' }, { target: 'goalUnchanged' }],
    [{ dueOn: '22.11.2026' }, { dueOn: 'goalPast' }],
    [{ personId: '00000000-0000-4000-8000-000000000000' }, { personId: 'choose' }],
    [{ strengthIds: '00000000-0000-4000-8000-000000000000' }, { strengthIds: 'choose' }],
  ])('refuses %o', async (fields, errors) => {
    await expect(
      addGoal.execute(coordinator, { caseId: made.caseId, ...goal(fields) }),
    ).rejects.toMatchObject({ code: 'invalid', fields: errors })
  })

  it('is agreed where the two voices of the diagnosis are seen to differ, in areas that the reader may read', async () => {
    const diagnosis = randomUUID()
    const of = { case_id: made.caseId, team_id: made.teamId }
    const round = { version_no: 1, kind: 'start', started_on: '2026-10-01' }
    await insert('diagnosis', { id: diagnosis, ...of, ...round })
    for (const [area_key, category, score, family_score] of [
      ['edukacja', 'EDUKACJA', 1, 3],
      ['praca', 'PRACA', 2, 2],
      ['relacje', 'RELACJE', 2, null],
      ['zdrowie', 'ZDROWIE', 4, 2],
    ])
      await insert('diagnosis_area', {
        ...of,
        diagnosis_id: diagnosis,
        owner_institution_id: ops,
        area_key,
        category,
        score,
        family_score,
      })
    const differing = async (actor?: Actor) =>
      (await plan(actor)).differing.map(({ name, team, family }) => [name, team, family])
    expect(await differing()).toEqual([
      ['Zdrowie', 4, 2],
      ['Edukacja i rozwój dzieci', 1, 3],
    ])
    expect(await differing(leader)).toEqual([['Edukacja i rozwój dzieci', 1, 3]])
  })

  it('is mended by the assistant without losing a strength that the assistant cannot read', async () => {
    const { strengthId } = await addStrength.execute(coordinator, {
      caseId: made.caseId,
      areaKey: 'zdrowie',
      personId: child,
      body: 'Ćwiczy codziennie.',
      saidBy: 'team' as const,
    })
    const { goalId } = await addGoal.execute(coordinator, {
      caseId: made.caseId,
      ...goal(),
      strengthIds: strengthId,
    })
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    expect((await plan(assistant)).goals[0]?.strengths).toEqual([])
    await editGoal.execute(assistant, { goalId, version: 1, ...goal({ target: '4' }) })
    expect(await firstGoal()).toMatchObject({ target: '4', strengths: [{ body: 'Ćwiczy codziennie.' }] })
  })

  it('stands whole on the sheet that the family signs, and a change of it is seen between versions', async () => {
    const strengthId = await strength()
    const { goalId } = await addGoal.execute(coordinator, {
      caseId: made.caseId,
      ...goal({ familyWords: 'Chcę sam przeczytać książkę.', unit: 'ocena' }),
      strengthIds: strengthId,
    })
    const lineId = await line()
    await submit()
    await accept(lineId)
    await sign()
    await approve()
    const sheet = await planSheet.execute(coordinator, { caseId: made.caseId, versionNo: 1 })
    expect(sheet.goals).toMatchObject([
      {
        title: 'Staś czyta ze zrozumieniem',
        familyWords: 'Chcę sam przeczytać książkę.',
        unit: 'ocena',
        who: null,
        strengths: ['Lubi matematykę.'],
      },
    ])
    expect(await planCard.execute(coordinator, { caseId: made.caseId })).toMatchObject({
      strengths: [{ body: 'Lubi matematykę.', personId: child }],
    })
    // what falls under art. 9 does not lie on the kitchen table
    await asOwner().query(`update strength set category = 'ZDROWIE' where id = $1`, [strengthId])
    expect(await planCard.execute(coordinator, { caseId: made.caseId })).toMatchObject({ strengths: [] })
    await changePlan.execute(coordinator, { ...(await now()), reason: 'Staś chce czytać więcej.' })
    const second = await strength('Ma kolegę, z którym czyta.')
    await editGoal.execute(coordinator, {
      goalId,
      version: 1,
      ...goal({ familyWords: 'Chcę czytać z kolegą.', unit: 'ocena' }),
      strengthIds: [strengthId, second],
    })
    await submit({ beyond: 'on' })
    const compared = await comparePlans.execute(coordinator, {
      caseId: made.caseId,
      from: undefined,
      to: undefined,
    })
    expect(compared?.goals.changed[0]?.changes).toEqual([
      { attribute: 'familyWords', from: 'Chcę sam przeczytać książkę.', to: 'Chcę czytać z kolegą.' },
      {
        attribute: 'strengths',
        from: ['Lubi matematykę.'],
        to: ['Lubi matematykę.', 'Ma kolegę, z którym czyta.'],
      },
    ])
  })
})
