import { describe, expect, it } from 'vitest'
import {
  addNeed,
  closeNeed,
  finishDiagnosis,
  listNeeds,
  readDiagnosis,
  recordUnmetNeed,
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
import { makeCase, makePerson } from '@/tests/support/world'

useDiagnosis()

const nothing = { strengths: '', causes: '', deficits: '', needs: '', expectations: '' }
const area = (areaKey: string, fields: object = {}) => ({
  caseId: made.caseId,
  areaKey,
  version: 0,
  score: '2',
  familyScore: '3',
  ...nothing,
  ...fields,
})
const read = (actor: Actor) => readDiagnosis.execute(actor, { caseId: made.caseId })
const keysFor = async (actor: Actor) => (await read(actor)).areas.map((a) => a.key)

describe('areas', () => {
  it('are eleven and the criminal part for the coordinator; closed ones are absent for the others', async () => {
    expect(await keysFor(coordinator)).toHaveLength(12)
    expect(await keysFor(assistant)).toEqual([
      'warunki_bytowe',
      'dochody',
      'praca',
      'edukacja',
      'relacje',
      'sprawy_prawne',
      'siec_wsparcia',
      'samodzielnosc',
    ])
    expect(await keysFor(specialist)).toEqual(['edukacja'])
    await expect(read(stranger)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('keep two voices apart, strengths, and "nie dotyczy"', async () => {
    await saveOneArea.execute(coordinator, area('praca', { strengths: 'Prawo jazdy B' }))
    await saveOneArea.execute(coordinator, area('sprawy_prawne', { score: 'none', familyScore: '' }))
    const { areas, strengths } = await read(coordinator)
    expect(strengths).toMatchObject([
      { area: 'Praca', body: 'Prawo jazdy B', person: null, saidBy: 'team', notedOn: '2026-11-23' },
    ])
    expect(areas.find((a) => a.key === 'praca')?.now).toMatchObject({
      score: 2,
      familyScore: 3,
      version: 1,
    })
    expect(areas.find((a) => a.key === 'sprawy_prawne')).toMatchObject({
      answered: true,
      now: { score: null, notApplicable: true },
    })
  })

  it('of two people who save one text, the second sees both and may then decide', async () => {
    await saveOneArea.execute(coordinator, area('praca', { causes: 'Tartak zamknięto' }))
    const late = area('praca', { causes: 'Brak dojazdu' })
    await expect(saveOneArea.execute(assistant, late)).rejects.toMatchObject({
      code: 'conflict',
      key: 'stale',
      theirs: { version: '1', causes: 'Tartak zamknięto', score: '2' },
    })
    await saveOneArea.execute(assistant, { ...late, version: 1, causes: 'Tartak zamknięto, brak dojazdu' })
    const { areas } = await read(coordinator)
    expect(areas.find((a) => a.key === 'praca')?.now.texts.causes).toBe('Tartak zamknięto, brak dojazdu')
  })

  it('are saved in one form, the changed ones only', async () => {
    const { caseId: _c, areaKey: _a, ...fields } = area('praca')
    const first = await saveAllAreas.execute(coordinator, {
      caseId: made.caseId,
      areas: { praca: fields, dochody: { ...fields, score: '', familyScore: '' } },
    })
    expect(first.saved).toBe(1)
    const again = await saveAllAreas.execute(coordinator, {
      caseId: made.caseId,
      areas: { praca: { ...fields, version: 1 }, dochody: { ...fields, score: '1' } },
    })
    expect(again.saved).toBe(1)
  })

  it('of a closed category are not written either', async () => {
    await saveOneArea.execute(coordinator, area('edukacja', { score: '', familyScore: '', causes: 'x' }))
    await expect(saveOneArea.execute(specialist, area('zdrowie'))).rejects.toMatchObject({ code: 'notFound' })
    await expect(saveOneArea.execute(assistant, area('zdrowie'))).rejects.toMatchObject({ code: 'notFound' })
    await saveOneArea.execute(specialist, area('edukacja', { version: 1 }))
  })

  it.each([
    [{ score: '5' }, { score: 'choose' }],
    [{ strengths: 'a'.repeat(4001) }, { strengths: 'tooLong' }],
  ])('refuse %o', async (fields, errors) => {
    await expect(saveOneArea.execute(coordinator, area('praca', fields))).rejects.toMatchObject({
      code: 'invalid',
      fields: errors,
    })
  })
})

describe('needs', () => {
  const add = (actor: Actor, needKey: string, fields: object = {}) =>
    addNeed.execute(actor, {
      caseId: made.caseId,
      needKey,
      personId: mother,
      severity: 2,
      description: '',
      ...fields,
    })

  it('take their category from the catalogue and show only where it is open', async () => {
    await add(coordinator, 'nauka_absencja')
    await add(coordinator, 'choroba')
    const seen = async (actor: Actor) =>
      (await listNeeds.execute(actor, { caseId: made.caseId })).needs.map((n) => n.category).sort()
    expect(await seen(coordinator)).toEqual(['EDUKACJA', 'ZDROWIE'])
    expect(await seen(assistant)).toEqual(['EDUKACJA'])
    expect(await seen(specialist)).toEqual(['EDUKACJA'])
    await expect(add(specialist, 'zadluzenie')).rejects.toMatchObject({ fields: { needKey: 'needClosed' } })
  })

  it('are not named twice, not for a stranger, not out of the air', async () => {
    await add(coordinator, 'zadluzenie')
    await expect(add(coordinator, 'zadluzenie')).rejects.toMatchObject({ fields: { needKey: 'needTwice' } })
    await expect(add(coordinator, 'bieda')).rejects.toMatchObject({ fields: { needKey: 'choose' } })
    const other = await makePerson(await makeCase({ teamId: team, owner: ops }))
    await expect(add(coordinator, 'bezrobocie', { personId: other })).rejects.toMatchObject({
      fields: { personId: 'choose' },
    })
    await expect(add(coordinator, 'bezrobocie', { severity: 4 })).rejects.toMatchObject({
      fields: { severity: 'outOfRange' },
    })
  })

  it('are closed with a reason and counted as unmet', async () => {
    const { needId } = await add(coordinator, 'wykluczenie_transportowe')
    await recordUnmetNeed.execute(coordinator, { needId, serviceKey: 'dowoz_uczniow' })
    await expect(
      recordUnmetNeed.execute(stranger, { needId, serviceKey: 'dowoz_uczniow' }),
    ).rejects.toMatchObject({ code: 'notFound' })
    await expect(closeNeed.execute(coordinator, { needId, version: 2, reason: 'ok' })).rejects.toMatchObject({
      key: 'stale',
    })
    await closeNeed.execute(coordinator, { needId, version: 1, reason: 'kupili samochód' })
    const { needs } = await listNeeds.execute(coordinator, { caseId: made.caseId })
    expect(needs[0]).toMatchObject({ unmetSince: '2026-11-23', closedOn: '2026-11-23' })
  })
})

describe('finishing', () => {
  const finish = () => finishDiagnosis.execute(coordinator, { caseId: made.caseId, version: 1 })

  it('asks for bezpieczeństwo, every area that a need touches, and the voice of the family', async () => {
    await addNeed.execute(coordinator, {
      caseId: made.caseId,
      needKey: 'zadluzenie',
      personId: '',
      severity: 3,
      description: '',
    })
    await expect(finish()).rejects.toMatchObject({
      key: 'diagnosis.areas',
      params: { names: 'Dochody i zadłużenie, Bezpieczeństwo' },
    })
    await saveOneArea.execute(coordinator, area('dochody'))
    await saveOneArea.execute(coordinator, area('bezpieczenstwo', { score: 'none' }))
    await expect(finish()).rejects.toMatchObject({ params: { names: 'Bezpieczeństwo' } })
    await saveOneArea.execute(coordinator, area('bezpieczenstwo', { version: 1, score: '4' }))
    await expect(finish()).rejects.toMatchObject({ key: 'missing.familyVoice' })
    await saveFamilyVoice.execute(coordinator, { caseId: made.caseId, version: 0, body: '„Chcę do roboty.”' })
    await finish()
    const { rows } = await asOwner().query(
      `select c.status, d.completed_on::text from family_case c join diagnosis d on d.case_id = c.id where c.id = $1`,
      [made.caseId],
    )
    expect(rows).toEqual([{ status: 'planning', completed_on: '2026-11-23' }])
    await expect(saveOneArea.execute(coordinator, area('praca'))).rejects.toMatchObject({
      key: 'diagnosis.roundClosed',
    })
  })

  it('belongs to the coordinator alone', async () => {
    for (const actor of [assistant, specialist])
      await expect(finishDiagnosis.execute(actor, { caseId: made.caseId, version: 1 })).rejects.toMatchObject(
        { code: 'forbidden' },
      )
  })

  it('leaves room for a second look later, compared with the first', async () => {
    await saveOneArea.execute(coordinator, area('bezpieczenstwo', { score: '1' }))
    await saveFamilyVoice.execute(coordinator, { caseId: made.caseId, version: 0, body: 'Dobrze.' })
    await finish()
    await startRound.execute(coordinator, { caseId: made.caseId })
    await expect(startRound.execute(coordinator, { caseId: made.caseId })).rejects.toMatchObject({
      key: 'diagnosis.roundOpen',
    })
    await saveOneArea.execute(coordinator, area('bezpieczenstwo', { score: '3' }))
    const { profile, rounds } = await read(coordinator)
    expect(rounds.map((r) => r.kind)).toEqual(['start', 'mid'])
    expect(profile.find((a) => a.key === 'bezpieczenstwo')?.scores).toMatchObject([
      { team: 1, family: 3 },
      { team: 3, family: 3 },
    ])
  })
})
