import { describe, expect, it } from 'vitest'
import {
  addStrength,
  compareDiagnoses,
  correctStrength,
  endStrength,
  readDiagnosis,
  saveAllAreas,
  saveFamilyVoice,
  saveOneArea,
  startRound,
} from '@/lib/diagnosis'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import {
  assistant,
  coordinator,
  made,
  mother,
  ops,
  specialist,
  stranger,
  team,
  useDiagnosis,
} from '@/tests/support/scenes/diagnosis'
import { insert, makeCase, makePerson } from '@/tests/support/world'

useDiagnosis()

const add = (actor: Actor, areaKey: string, fields: object = {}) =>
  addStrength.execute(actor, {
    caseId: made.caseId,
    areaKey,
    personId: mother,
    body: 'Czyta córce co wieczór.',
    saidBy: 'family' as const,
    ...fields,
  })
const bodies = async (actor: Actor) =>
  (await readDiagnosis.execute(actor, { caseId: made.caseId })).strengths.map((s) => s.body)
const empty = { strengths: '', causes: '', deficits: '', needs: '', expectations: '' }
const scored = (score: string, familyScore: string, strengths = '') => ({
  version: 0,
  score,
  familyScore,
  ...empty,
  strengths,
})

describe('strengths', () => {
  it('are of a person or the whole family, in the category of their area, and shown where it is open', async () => {
    await add(coordinator, 'edukacja')
    await add(coordinator, 'zdrowie', { body: 'Sama pilnuje leków.' })
    await add(specialist, 'edukacja', { body: 'Lubi matematykę.', personId: '' })
    const { strengths } = await readDiagnosis.execute(coordinator, { caseId: made.caseId })
    expect(strengths.map((s) => [s.area, s.category, s.body, s.saidBy])).toEqual([
      ['Zdrowie', 'ZDROWIE', 'Sama pilnuje leków.', 'family'],
      ['Edukacja i rozwój dzieci', 'EDUKACJA', 'Czyta córce co wieczór.', 'family'],
      ['Edukacja i rozwój dzieci', 'EDUKACJA', 'Lubi matematykę.', 'family'],
    ])
    expect(await bodies(specialist)).toEqual(['Czyta córce co wieczór.', 'Lubi matematykę.'])
    // art. 9: the owner's own assistant needs consent as well
    expect(await bodies(assistant)).toEqual(['Czyta córce co wieczór.', 'Lubi matematykę.'])
    await expect(add(specialist, 'zdrowie')).rejects.toMatchObject({ fields: { areaKey: 'choose' } })
    await expect(add(stranger, 'edukacja')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('are not written twice, nor of somebody else’s family, nor longer than a sentence', async () => {
    await add(coordinator, 'praca')
    await expect(add(coordinator, 'praca', { body: 'czyta córce co wieczór' })).rejects.toMatchObject({
      fields: { body: 'strengthTwice' },
    })
    const other = await makePerson(await makeCase({ teamId: team, owner: ops }))
    await expect(add(coordinator, 'praca', { personId: other })).rejects.toMatchObject({
      fields: { personId: 'choose' },
    })
    await expect(add(coordinator, 'praca', { body: 'a'.repeat(301) })).rejects.toMatchObject({
      fields: { body: 'tooLong' },
    })
  })

  it('typed beside an area are a strength a line; what is known already is not written again', async () => {
    const area = {
      caseId: made.caseId,
      areaKey: 'praca',
      ...scored('2', '3', 'Prawo jazdy B\n\nUmie spawać.'),
    }
    await saveOneArea.execute(coordinator, area)
    expect(await bodies(coordinator)).toEqual(['Prawo jazdy B', 'Umie spawać.'])
    const again = { ...scored('2', '3', 'umie spawać\nZna niemiecki'), version: 1 }
    const { saved } = await saveAllAreas.execute(coordinator, {
      caseId: made.caseId,
      areas: { praca: again, dochody: scored('', '') },
    })
    expect(saved).toBe(1)
    expect(await bodies(coordinator)).toEqual(['Prawo jazdy B', 'Umie spawać.', 'Zna niemiecki'])
    await expect(
      saveAllAreas.execute(coordinator, {
        caseId: made.caseId,
        areas: { praca: { ...again, strengths: 'a'.repeat(301) } },
      }),
    ).rejects.toMatchObject({ fields: { 'areas.praca.strengths': 'strengthLong' } })
  })

  it('are corrected with both texts shown, and ended with the reason they end for', async () => {
    const { strengthId } = await add(coordinator, 'edukacja')
    const better = { strengthId, body: 'Czyta córce codziennie.', personId: '', saidBy: 'team' as const }
    await correctStrength.execute(specialist, { ...better, version: 1 })
    await expect(correctStrength.execute(coordinator, { ...better, version: 1 })).rejects.toMatchObject({
      key: 'stale',
      theirs: { body: 'Czyta córce codziennie.', version: '2' },
    })
    const end = { strengthId, version: 2, reason: 'Mama pracuje na zmiany.' }
    await expect(endStrength.execute(specialist, end)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(endStrength.execute(stranger, end)).rejects.toMatchObject({ code: 'notFound' })
    await endStrength.execute(assistant, end)
    const { strengths } = await readDiagnosis.execute(coordinator, { caseId: made.caseId })
    expect(strengths).toMatchObject([
      { person: null, saidBy: 'team', endedOn: '2026-11-23', endedReason: 'Mama pracuje na zmiany.' },
    ])
    await expect(correctStrength.execute(coordinator, { ...better, version: 3 })).rejects.toMatchObject({
      key: 'wrongState',
    })
  })
})

describe('two rounds side by side', () => {
  const compare = (actor: Actor, fields: object = {}) =>
    compareDiagnoses.execute(actor, {
      caseId: made.caseId,
      from: undefined,
      to: undefined,
      all: false,
      ...fields,
    })
  const day = async (statement: string, ...values: string[]) =>
    asOwner().query(statement, [made.caseId, ...values])

  /** A first round in September, a second one in November, and what happened between them. */
  const twoRounds = async () => {
    await saveAllAreas.execute(coordinator, {
      caseId: made.caseId,
      areas: { edukacja: scored('1', '2', 'Lubi matematykę.'), zdrowie: scored('3', '3', 'Pilnuje leków.') },
    })
    await saveFamilyVoice.execute(coordinator, { caseId: made.caseId, version: 0, body: 'Boimy się.' })
    await day(
      `update diagnosis set started_on = '2026-09-01', completed_on = '2026-09-10' where case_id = $1`,
    )
    await day(`update strength set noted_on = '2026-09-01' where case_id = $1`)
    const need = { case_id: made.caseId, team_id: team, owner_institution_id: ops, created_by_id: mother }
    for (const [need_key, created_at, closed_on] of [
      ['nauka_absencja', '2026-09-02', '2026-10-20'],
      ['bezradnosc', '2026-09-02', null],
      ['ubostwo', '2026-10-01', null],
      // named and met between the two: it belongs to what is over
      ['zadluzenie', '2026-10-02', '2026-11-01'],
    ])
      await insert('need', { ...need, need_key, category: 'EDUKACJA', created_at, closed_on })
    await day(`update family_case set status = 'inProgress' where id = $1`)
    await startRound.execute(coordinator, { caseId: made.caseId })
    await saveAllAreas.execute(coordinator, {
      caseId: made.caseId,
      areas: { edukacja: scored('3', '1', 'Ma nowego kolegę.'), zdrowie: scored('3', '4') },
    })
    const first = (await readDiagnosis.execute(coordinator, { caseId: made.caseId })).strengths.find(
      (s) => s.body === 'Pilnuje leków.',
    )
    await endStrength.execute(coordinator, {
      strengthId: first?.id ?? '',
      version: 1,
      reason: 'Leki podaje teraz pielęgniarka.',
    })
  }
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).sort()

  it('is nothing as long as there is one', async () => {
    await saveOneArea.execute(coordinator, { caseId: made.caseId, areaKey: 'praca', ...scored('2', '3') })
    expect(await compare(coordinator)).toBeNull()
  })

  it('says from where to where in both voices, and what came and went', async () => {
    await twoRounds()
    const compared = await compare(coordinator)
    expect(compared).toMatchObject({
      from: 1,
      to: 2,
      rounds: [
        { kind: 'start', startedOn: '2026-09-01', voice: 'Boimy się.' },
        { kind: 'mid', startedOn: '2026-11-23', voice: null },
      ],
      strengths: {
        came: [{ body: 'Ma nowego kolegę.' }],
        went: [{ body: 'Pilnuje leków.', endedReason: 'Leki podaje teraz pielęgniarka.' }],
        stays: [{ body: 'Lubi matematykę.' }],
      },
    })
    const scores = (key: string) => compared?.areas.find((a) => a.key === key)?.scores
    expect(scores('edukacja')).toEqual([
      { team: 1, family: 2, notApplicable: false },
      { team: 3, family: 1, notApplicable: false },
    ])
    expect(scores('zdrowie')).toMatchObject([
      { team: 3, family: 3 },
      { team: 3, family: 4 },
    ])
    expect(names(compared?.needs.came ?? [])).toEqual(['Ubóstwo'])
    expect(compared?.needs.went.map((n) => n.needKey).sort()).toEqual(['nauka_absencja', 'zadluzenie'])
    expect(compared?.needs.stays.map((n) => n.needKey)).toEqual(['bezradnosc'])
  })

  it('shows every reader what is open to them, a stranger nothing; one round chosen twice is one', async () => {
    await twoRounds()
    const theirs = await compare(specialist)
    expect(theirs?.areas.map((a) => a.key)).toEqual(['edukacja'])
    expect(theirs?.strengths).toMatchObject({ came: [{ body: 'Ma nowego kolegę.' }], went: [] })
    expect(theirs?.rounds.map((r) => r.voice)).toEqual([null, null])
    await expect(compare(stranger)).rejects.toMatchObject({ code: 'notFound' })
    expect((await compare(coordinator, { from: 2, to: 2 }))?.rounds).toHaveLength(1)
    expect(await compare(coordinator, { from: 2, to: 1 })).toMatchObject({ from: 1, to: 2 })
    expect((await compare(coordinator, { all: true }))?.rounds).toHaveLength(2)
  })
})
