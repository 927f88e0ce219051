import { describe, expect, it } from 'vitest'
import { readCase } from '@/lib/cases'
import {
  addNeed,
  addStrength,
  compareDiagnoses,
  finishDiagnosis,
  readDiagnosis,
  saveAllAreas,
  saveFamilyVoice,
  saveOneArea,
} from '@/lib/diagnosis'
import type { Actor } from '@/lib/policy/actor'
import { lookAs } from '@/lib/sight'
import { refusal } from '@/tests/support/refusal'
import {
  assistant,
  coordinator,
  made,
  ops,
  school,
  specialist,
  team,
  useDiagnosis,
} from '@/tests/support/scenes/diagnosis'
import { pinCase, publishVersion } from '@/tests/support/scenes/variants'
import { makeActor } from '@/tests/support/world'

useDiagnosis()

const answer = (areaKey: string, fields: object = {}) => ({
  caseId: made.caseId,
  areaKey,
  version: 0,
  score: '2',
  familyScore: '3',
  strengths: '',
  causes: '',
  deficits: '',
  needs: '',
  expectations: '',
  ...fields,
})
const read = (actor: Actor) => readDiagnosis.execute(actor, { caseId: made.caseId })
const areasFor = async (actor: Actor) => (await read(actor)).areas.map(({ key, name }) => [key, name])

/** Four areas, work first, health called in another way; work is required. */
const short = () =>
  publishVersion(team, {
    areas: [
      { key: 'praca', name: 'Praca i zajęcie', required: true },
      { key: 'bezpieczenstwo', name: 'Bezpieczeństwo', required: true },
      { key: 'edukacja', name: 'Nauka', required: false },
      { key: 'sprawy_prawne', name: 'Urzędy i sądy', required: false },
    ],
  })

const addNeedOf = (needKey: string) =>
  addNeed.execute(coordinator, {
    caseId: made.caseId,
    needKey,
    personId: null,
    severity: 2,
    description: '',
  })

describe('areas of a case', () => {
  it('are those of its version, in its order and under its names; what is closed is absent as ever', async () => {
    await pinCase(made.caseId, await short())
    expect(await areasFor(coordinator)).toEqual([
      ['praca', 'Praca i zajęcie'],
      ['bezpieczenstwo', 'Bezpieczeństwo'],
      ['edukacja', 'Nauka'],
      ['sprawy_prawne', 'Urzędy i sądy'],
      ['sprawy_prawne_karne', 'Urzędy i sądy'],
    ])
    expect(await areasFor(assistant)).toEqual([
      ['praca', 'Praca i zajęcie'],
      ['edukacja', 'Nauka'],
      ['sprawy_prawne', 'Urzędy i sądy'],
    ])
    expect(await areasFor(specialist)).toEqual([['edukacja', 'Nauka']])
  })

  it('take nothing in one that the version leaves out', async () => {
    await pinCase(made.caseId, await short())
    expect(await refusal(saveOneArea.execute(coordinator, answer('zdrowie')))).toBe('notFound notFound')
    const { caseId: _c, areaKey: _a, ...fields } = answer('')
    const whole = saveAllAreas.execute(coordinator, { caseId: made.caseId, areas: { dochody: fields } })
    expect(await refusal(whole)).toBe('notFound notFound')
    const strength = { personId: null, body: 'Działka', saidBy: 'team' as const }
    const add = addStrength.execute(coordinator, { caseId: made.caseId, areaKey: 'dochody', ...strength })
    expect(await refusal(add)).toBe('invalid invalid areaKey')
    const { next } = await saveOneArea.execute(coordinator, answer('bezpieczenstwo'))
    expect(next).toBe('edukacja')
  })

  it('are required as it says, and where a need touches one that it has; a need of another holds nothing up', async () => {
    await pinCase(made.caseId, await short())
    await saveOneArea.execute(coordinator, answer('bezpieczenstwo'))
    await saveFamilyVoice.execute(coordinator, { caseId: made.caseId, version: 0, body: 'Chcemy spokoju.' })
    await addNeedOf('choroba')
    const missing = async () => ({
      card: (await read(coordinator)).missing.required,
      step: (await readCase.execute(coordinator, { caseId: made.caseId })).next.missing,
    })
    expect(await missing()).toEqual({ card: ['Praca i zajęcie'], step: ['areas'] })
    await saveOneArea.execute(coordinator, answer('praca'))
    expect(await missing()).toEqual({ card: [], step: [] })
    await addNeedOf('nauka_absencja')
    expect(await missing()).toEqual({ card: ['Nauka'], step: ['areas'] })
    const finish = () => finishDiagnosis.execute(coordinator, { caseId: made.caseId, version: 1 })
    expect(await refusal(finish())).toBe('conflict diagnosis.areas')
    await saveOneArea.execute(coordinator, answer('edukacja'))
    expect(await refusal(finish())).toBe('allowed')
  })

  it('written before the case was moved stay readable and stand last, closed for writing', async () => {
    await saveOneArea.execute(coordinator, answer('dochody', { causes: 'Zwolnienie', strengths: 'Ogród' }))
    await saveOneArea.execute(coordinator, answer('zdrowie', { causes: 'Choroba' }))
    await pinCase(made.caseId, await short())
    const { areas, missing, strengths, profile } = await read(coordinator)
    expect(areas.map(({ key, outside }) => [key, outside])).toEqual([
      ['praca', false],
      ['bezpieczenstwo', false],
      ['edukacja', false],
      ['sprawy_prawne', false],
      ['sprawy_prawne_karne', false],
      ['dochody', true],
      ['zdrowie', true],
    ])
    expect(areas.find(({ key }) => key === 'dochody')).toMatchObject({
      required: false,
      now: { score: 2, texts: { causes: 'Zwolnienie' } },
    })
    expect(missing.required).toEqual(['Praca i zajęcie', 'Bezpieczeństwo'])
    expect(missing.others).toEqual(['Nauka', 'Urzędy i sądy'])
    expect(strengths.map(({ area, body }) => [area, body])).toEqual([['Dochody i zadłużenie', 'Ogród']])
    expect(profile.map(({ key }) => key)).toContain('dochody')
    // what consent does not open is not opened by having been left out
    expect((await read(assistant)).areas.map(({ key }) => key)).not.toContain('zdrowie')
    expect(await refusal(saveOneArea.execute(coordinator, answer('dochody', { version: 1 })))).toBe(
      'notFound notFound',
    )
  })

  it('bear its names where somebody looks through other eyes', async () => {
    await pinCase(made.caseId, await short())
    await saveOneArea.execute(coordinator, answer('edukacja'))
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    const { kinds } = await lookAs.execute(leader, {
      caseId: made.caseId,
      institutionId: school,
      role: 'specjalista',
    })
    expect(kinds.find(({ kind }) => kind === 'area')?.things).toMatchObject([{ name: 'Nauka', seen: true }])
    expect(await compareDiagnoses.execute(leader, { caseId: made.caseId, all: true })).toBeNull()
  })

  it('of a case that no version binds are the national ones', async () => {
    await short()
    expect(await areasFor(coordinator)).toHaveLength(12)
  })
})
