import { afterEach, describe, expect, it } from 'vitest'
import { freeze } from '@/lib/platform/clock'
import { readTeam } from '@/lib/teams'
import { beginDraft, dropDraft, listVariants, readVariant, saveDraft, variantChanges } from '@/lib/variants'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { change, diagnosisIn, draftOf, forgetVersions, publish } from '@/tests/support/scenes/variant-drafts'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()
afterEach(forgetVersions)

const setting = async () => {
  freeze('2026-11-25T10:00:00Z')
  const centre = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  return { centre, keeper: await makeActor(centre, { role: 'rops_koordynator' }) }
}
const far = { gmina: '1816102', variant: 'III' }
const diagnosisOf = async (actor: Parameters<typeof readTeam.execute>[0], teamId: string) =>
  (await readTeam.execute(actor, { teamId })).terms.find(({ key }) => key === 'diagnosis')?.standard

describe('a version of a variant', () => {
  it('goes from draft to published; a new team begins with it, an older one keeps its own and is told', async () => {
    const { centre, keeper } = await setting()
    const ops = await makeInstitution({ seat: '1816102' })
    const old = await makeTeam({ lead: ops, ...far })
    const leader = await makeActor(ops, { role: 'lider_gminny', teamId: old })
    const animator = await makeActor(centre, { role: 'animator', teamId: old })

    await change(keeper, 'III', diagnosisIn(20, 'business'))
    // a draft is nobody's but the ROPS's
    const seen = await readVariant.execute(leader, { key: 'III' })
    expect([seen.variant.draft, seen.variant.versions, seen.mayEdit]).toEqual([null, [], false])
    expect(await refusal(readVariant.execute(leader, { key: 'III', which: 'draft' }))).toBe(
      'notFound notFound',
    )

    expect(await publish(keeper, 'III', 'Diagnoza w 20 dni roboczych.')).toEqual({ key: 'III', number: 1 })
    const page = await readVariant.execute(leader, { key: 'III' })
    expect(page.variant.versions.map(({ number, note, teams }) => [number, note, teams])).toEqual([
      [1, 'Diagnoza w 20 dni roboczych.', null],
    ])
    expect(page.shown.body.terms.diagnosis).toEqual({ unit: 'business', count: 20 })

    const young = await makeTeam({ lead: ops, gmina: '1816042', variant: 'III' })
    expect(await diagnosisOf(leader, young)).toEqual({ unit: 'business', count: 20 })
    expect(await diagnosisOf(leader, old)).toEqual({ unit: 'calendar', count: 30 })
    const { rows } = await asOwner().query(
      `select user_id from notification where kind = 'variant.newer' and team_id = $1`,
      [old],
    )
    expect(rows.map((row) => row.user_id).sort()).toEqual([leader.userId, animator.userId].sort())

    const list = await listVariants.execute(keeper, {})
    const row = list.rows.find(({ key }) => key === 'III')
    expect([row?.versions[0]?.teams, row?.nationalTeams, row?.draft]).toEqual([1, 1, null])

    // the next one is counted on, and begins with what the first one says
    await change(keeper, 'III', diagnosisIn(25, 'calendar'))
    expect(await publish(keeper, 'III')).toEqual({ key: 'III', number: 2 })
    expect(await diagnosisOf(leader, young)).toEqual({ unit: 'business', count: 20 })
    const first = await readVariant.execute(leader, { key: 'III', which: 1 })
    const second = await readVariant.execute(leader, { key: 'III', which: 2 })
    expect(variantChanges(first.shown.body, second.shown.body)).toEqual([
      {
        section: 'terms',
        what: 'diagnosis',
        before: { unit: 'business', count: 20 },
        after: { unit: 'calendar', count: 25 },
      },
    ])
  })

  it('is saved part by part: names, kinds, documents, areas', async () => {
    const { keeper } = await setting()
    await beginDraft.execute(keeper, { key: 'I', from: 'national' })
    const before = (await draftOf(keeper, 'I')).body
    await change(keeper, 'I', {
      names: {
        labels: { ...before.labels, planLabel: 'Program rodziny' },
        roles: { animator: 'Doradca gminy', lider_gminny: '' },
        levels: 'two',
      },
    })
    await change(keeper, 'I', { kinds: { szkola_podstawowa: 'required', biblioteka: 'recommended' } })
    await change(keeper, 'I', {
      documents: { team: { activate: ['', 'zarzadzenie'], dissolve: '' }, case: { close: [''] } },
    })
    await change(keeper, 'I', {
      areas: {
        praca: { name: 'Praca i zajęcie', use: 'asked', place: '2' },
        bezpieczenstwo: { name: 'Bezpieczeństwo', use: 'always', place: '1' },
        zdrowie: { name: 'Zdrowie', use: 'no', place: '' },
        edukacja: { name: 'Edukacja', use: 'always', place: '' },
      },
    })
    const { body } = await draftOf(keeper, 'I')
    expect([body.labels.planLabel, body.labels.planShort, body.twoLevels]).toEqual([
      'Program rodziny',
      'IPW',
      true,
    ])
    expect(body.roles).toEqual({
      animator: 'Doradca gminy',
      ekspert: 'Ekspert metody',
      lider_powiatowy: 'Animator powiatowy',
      koordynator_zespolu: 'Koordynator zespołu',
      koordynator_rodziny: 'Prowadzący rodzinę',
      specjalista: 'Członek zespołu rodziny',
    })
    expect([body.requiredKinds, body.recommendedKinds]).toEqual([['szkola_podstawowa'], ['biblioteka']])
    expect(body.documents).toEqual({ 'team.activate': ['zarzadzenie'] })
    expect(body.areas).toEqual([
      { key: 'bezpieczenstwo', name: 'Bezpieczeństwo', required: true },
      { key: 'praca', name: 'Praca i zajęcie', required: false },
      { key: 'edukacja', name: 'Edukacja', required: true },
    ])
    // what no part of the draft touched is as it was
    expect(body.terms).toEqual(before.terms)
  })

  it('refuses what no version may say, beside the field', async () => {
    const { keeper } = await setting()
    await beginDraft.execute(keeper, { key: 'II', from: 'national' })
    const { target } = await draftOf(keeper, 'II')
    const save = (sections: object) =>
      refusedFields(saveDraft.execute(keeper, { ...target, ...sections } as never))
    // the core of domain 4.1 stands by itself, a process of its own is no party
    expect(await save({ kinds: { ops: 'required', zi: 'recommended' } })).toEqual({
      'kinds.ops': 'choose',
      'kinds.zi': 'choose',
    })
    expect(await save({ documents: { case: { close: ['skan'] } } })).toEqual({
      'documents.case.close': 'choose',
    })
    expect(await save({ terms: { meetingRhythm: { count: '3', unit: 'calendar' } } })).toEqual({
      'terms.meetingRhythm.unit': 'choose',
    })
    expect(await save({ terms: { planLength: { count: '37', unit: 'month' } } })).toEqual({
      'terms.planLength.count': 'outOfRange',
    })
    expect(await save({ terms: { diagnosis: { count: '0', unit: 'calendar' } } })).toEqual({
      'terms.diagnosis.count': 'outOfRange',
    })
    const safe = { name: 'Bezpieczeństwo', use: 'always', place: '1' }
    expect(await save({ areas: { bezpieczenstwo: { ...safe, use: 'no' } } })).toEqual({
      'areas.bezpieczenstwo.use': 'safetyArea',
    })
    expect(await save({ areas: { praca: { name: 'Praca', use: 'asked', place: '' } } })).toEqual({
      'areas.bezpieczenstwo.use': 'safetyArea',
    })
    expect(
      await save({ areas: { bezpieczenstwo: safe, praca: { ...safe, use: 'asked', place: '2' } } }),
    ).toEqual({ 'areas.praca.name': 'areaNameTaken' })
    expect(
      await save({ areas: { bezpieczenstwo: safe, pogoda: { name: 'Pogoda', use: 'asked', place: '' } } }),
    ).toEqual({ 'areas.pogoda.use': 'choose' })
  })

  it('has one draft at a time, which is not overwritten, and is not published without a change', async () => {
    const { keeper } = await setting()
    await beginDraft.execute(keeper, { key: 'III', from: 'national' })
    expect(await refusal(beginDraft.execute(keeper, { key: 'III', from: 'national' }))).toBe(
      'conflict variant.draftThere',
    )
    expect(await refusal(beginDraft.execute(keeper, { key: 'II', from: 7 }))).toBe('notFound notFound')
    expect(await refusal(publish(keeper, 'III'))).toBe('conflict variant.unchanged')
    const { target } = await draftOf(keeper, 'III')
    await change(keeper, 'III', diagnosisIn(25, 'calendar'))
    expect(await refusal(saveDraft.execute(keeper, { ...target, ...diagnosisIn(40, 'calendar') }))).toBe(
      'conflict stale',
    )
    expect(await refusal(dropDraft.execute(keeper, target))).toBe('conflict stale')
    expect(await refusal(publish(keeper, 'III', ' '))).toBe('invalid invalid note')
    await dropDraft.execute(keeper, (await draftOf(keeper, 'III')).target)
    expect((await readVariant.execute(keeper, { key: 'III' })).variant.draft).toBeNull()
  })
})
