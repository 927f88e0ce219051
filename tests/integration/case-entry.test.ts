import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkDuplicates, readCase } from '@/lib/cases'
import { createReferral, editReferral, listReferrals } from '@/lib/referrals'
import { asOwner, clockRuns } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { caseAt, coordinator, leader, ops, teamId, useStages } from '@/tests/support/scenes/case-stages'
import { insert, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useStages()

describe('the search for duplicates is itself a disclosure', () => {
  const known = async () => {
    const other = await makeInstitution({ name: 'MOPS Rzeszów', seat: '1863011' })
    const theirs = await makeCase({
      teamId: await makeTeam({ lead: other, gmina: '1863011' }),
      owner: other,
      gmina: '1863011',
    })
    await makePerson(theirs, { givenName: 'Łucja', familyName: 'Żółć', bornOn: '1990-01-02' })
    return other
  }

  test('surname without diacritics and birth date find; the answer is an institution', async () => {
    await known()
    const mine = await caseAt('submitted')
    await makePerson(mine, { givenName: 'Lucja', familyName: 'Zolc', bornOn: '1990-01-02' })
    const check = () =>
      checkDuplicates.execute(coordinator, { caseId: mine.caseId, reason: 'Nowe zgłoszenie' })
    expect(await check()).toEqual({ knownTo: ['MOPS Rzeszów'] })
    const other = await caseAt('submitted')
    await makePerson(other, { givenName: 'Lucja', familyName: 'Zolc', bornOn: '1990-01-03' })
    expect(
      await checkDuplicates.execute(coordinator, { caseId: other.caseId, reason: 'Nowe zgłoszenie' }),
    ).toEqual({ knownTo: [] })
  })

  test('only before qualification, only the coordinator, at most twenty a day', async () => {
    await clockRuns()
    const late = await caseAt('qualified')
    const check = (caseId: string, actor = coordinator) =>
      checkDuplicates.execute(actor, { caseId, reason: 'Nowe zgłoszenie' })
    expect(await refusal(check(late.caseId))).toBe('conflict wrongState')
    const { caseId } = await caseAt('submitted')
    expect(await refusal(check(caseId, leader))).toBe('forbidden forbidden')
    for (let n = 0; n < 20; n += 1) await check(caseId)
    expect(await refusal(check(caseId))).toBe('limited duplicateLimit')
  })
})

describe('referrals', () => {
  const sheet = (change = {}) =>
    ({
      id: randomUUID(),
      teamId,
      subject: 'family',
      familyLabel: 'Rodzina Próbna',
      reasonKeys: ['ubostwo'],
      situation: '',
      exhaustedMeans: 'Rozmowy',
      legalBasis: 'UPS100',
      preConsentOn: '',
      violence: 'no',
      people: [{ givenName: 'Jan', familyName: 'Próbny', relationKey: 'head' }],
      submit: 'on',
      ...change,
    }) as never
  const suspected = { violence: 'yes', nkRoute: 'parallel', nkStarted: 'on' }
  const mark = (userId: string) =>
    insert('nk_mark', {
      user_id: userId,
      institution_id: ops,
      appointment_number: '12/2026',
      starts_on: '2026-01-01',
      granted_by_id: leader.userId,
    })
  const fields = async (change: object) =>
    (await refusal(createReferral.execute(leader, sheet(change)))).slice(16)

  test('a sheet lacks what domain 4.2 demands', async () => {
    expect(await fields({ reasonKeys: '' })).toBe('reasonKeys')
    expect(await fields({ exhaustedMeans: ' ' })).toBe('exhaustedMeans')
    expect(await fields({ legalBasis: '' })).toBe('legalBasis')
    expect(await fields({ people: [] })).toBe('people.0.givenName')
    expect(await fields({ subject: 'environment' })).toBe('people.0.givenName')
    expect(await fields({ violence: undefined })).toBe('violence')
    expect(await fields({ preConsentOn: '31.02.2026' })).toBe('preConsentOn')
    const rows = [
      { givenName: 'Jan', familyName: 'Próbny', relationKey: 'head', pesel: '02070803628' },
      { givenName: '', familyName: '', relationKey: 'child' },
      { givenName: 'Ola 🙂', familyName: '', relationKey: 'child', pesel: '20070803628' },
    ]
    expect(await fields({ people: rows })).toBe('people.2.givenName people.2.familyName people.2.pesel')
  })

  test('a draft may lack all of it', async () => {
    const bare = { reasonKeys: '', exhaustedMeans: '', legalBasis: '', people: [], submit: '' }
    const draft = await createReferral.execute(leader, sheet(bare))
    expect(draft.caseId).toBeNull()
  })

  test('ten at once get ten numbers in a row', async () => {
    await Promise.all(Array.from({ length: 10 }, () => createReferral.execute(leader, sheet())))
    const { rows } = await asOwner().query<{ n: number; distinct: number; span: number }>(
      `select count(*)::int as n, count(distinct number)::int as distinct, (max(sequence) - min(sequence))::int + 1 as span
       from family_case where team_id = $1`,
      [teamId],
    )
    expect(rows).toEqual([{ n: 10, distinct: 10, span: 10 }])
  })

  test('an expired agreement blocks new referrals and loses no text', async () => {
    const draft = await createReferral.execute(leader, sheet({ submit: '' }))
    await asOwner().query(`update team set agreement_to = '2026-11-23' where id = $1`, [teamId])
    expect(await refusal(createReferral.execute(leader, sheet()))).toBe('notFound notFound')
    expect(await refusal(editReferral.execute(leader, sheet({ id: draft.id, version: 1 })))).toBe(
      'invalid invalid teamId',
    )
    expect((await listReferrals.execute(leader, {})).drafts.map((d) => d.id)).toEqual([draft.id])
  })

  test('suspected violence is written once, for who holds the mark, and not read by who answered', async () => {
    const draft = sheet({ violence: 'yes', submit: '', nkRoute: 'parallel' })
    const { id } = await createReferral.execute(leader, draft)
    const sent = await editReferral.execute(leader, sheet({ ...suspected, id, version: 1 }))
    expect(sent.violence).toBe(true)
    const { rows } = await asOwner().query(
      'select kind, route, case_id from nk_flag where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([{ kind: 'suspected', route: 'parallel', case_id: sent.caseId }])
    expect((await readCase.execute(leader, { caseId: sent.caseId ?? '' })).blueCard).toBeNull()
  })

  test('a sheet with a suspicion is not sent before the procedure is started and the way is chosen', async () => {
    expect(await fields({ violence: 'yes' })).toBe('nkRoute nkStarted')
    expect(await fields({ violence: 'yes', nkRoute: 'parallel' })).toBe('nkStarted')
    const sent = await createReferral.execute(leader, sheet(suspected))
    const { rows } = await asOwner().query<{ same_day: boolean }>(
      'select due_on = opened_on as same_day from family_case where id = $1',
      [sent.caseId],
    )
    expect(rows).toEqual([{ same_day: true }])
  })

  test('a suspicion taken back before sending does not stay', async () => {
    const { id } = await createReferral.execute(leader, sheet({ violence: 'yes', submit: '' }))
    const sent = await editReferral.execute(leader, sheet({ id, violence: 'no', version: 1 }))
    await mark(coordinator.userId)
    const head = await readCase.execute(coordinator, { caseId: sent.caseId ?? '' })
    expect(head.blueCard).toEqual({ suspected: false, route: null, inProgress: false, redirected: false })
    const again = await createReferral.execute(leader, sheet(suspected))
    const other = await readCase.execute(coordinator, { caseId: again.caseId ?? '' })
    expect([other.blueCard?.suspected, other.blueCard?.route]).toEqual([true, 'parallel'])
  })
})
