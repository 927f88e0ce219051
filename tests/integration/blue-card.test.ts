import { describe, expect, test } from 'vitest'
import { decideProposal, flagBlueCard, proposeDecision, readCase } from '@/lib/cases'
import { listPeople, markNk, readPerson, unmarkNk } from '@/lib/people'
import { refusal } from '@/tests/support/refusal'
import { caseAt, coordinator, leader, ops, useStages } from '@/tests/support/scenes/case-stages'
import { insert, makeActor, makeUser } from '@/tests/support/world'

useStages()

describe('the mark of the Blue Card', () => {
  test('a redirection counts only once the leader agreed', async () => {
    const { caseId } = await caseAt('screening')
    await insert('nk_mark', {
      user_id: coordinator.userId,
      institution_id: ops,
      appointment_number: '12/2026',
      starts_on: '2026-01-01',
      granted_by_id: leader.userId,
    })
    const propose = (reasonKey: string) =>
      proposeDecision.execute(coordinator, { caseId, version: 1, kind: 'redirect', reasonKey, note: 'Droga' })
    const decide = (accepted: 'yes' | 'no') =>
      decideProposal.execute(leader, { caseId, version: 1, accepted, note: 'Proszę inaczej' })
    const redirected = async () => (await readCase.execute(coordinator, { caseId })).blueCard?.redirected
    await propose('nk')
    expect(await redirected()).toBe(false)
    await decide('no')
    expect(await redirected()).toBe(false)
    await propose('inna_gmina')
    await decide('yes')
    expect(await redirected()).toBe(false)
  })

  test('is read and written by who holds `nk`, and by nobody else', async () => {
    const { caseId } = await caseAt('diagnosis')
    expect(await refusal(flagBlueCard.execute(leader, { caseId, inProgress: 'yes' }))).toBe(
      'forbidden forbidden',
    )
    await insert('nk_mark', {
      user_id: coordinator.userId,
      institution_id: ops,
      appointment_number: '12/2026',
      starts_on: '2026-01-01',
      granted_by_id: leader.userId,
    })
    await flagBlueCard.execute(coordinator, { caseId, inProgress: 'yes' })
    expect((await readCase.execute(coordinator, { caseId })).blueCard).toEqual({
      suspected: false,
      route: null,
      inProgress: true,
      redirected: false,
    })
    expect((await readCase.execute(leader, { caseId })).blueCard).toBeNull()
    await flagBlueCard.execute(coordinator, { caseId, inProgress: 'no' })
    expect((await readCase.execute(coordinator, { caseId })).blueCard?.inProgress).toBe(false)
  })
})

describe('the mark nk', () => {
  test('is given by the leader of the own unit, dated, and taken away', async () => {
    const userId = await makeUser(ops)
    const told = async () =>
      (await listPeople.execute(leader, { institutionId: ops, text: '', former: '' })).nobodyMarked
    expect(await told()).toBe(true)
    await markNk.execute(leader, {
      institutionId: ops,
      userId,
      appointmentNumber: 'NK/1/2026',
      startsOn: '1.10.2026',
      endsOn: '',
    })
    const { mark } = await readPerson.execute(leader, { institutionId: ops, userId })
    expect(mark).toMatchObject({ number: 'NK/1/2026', to: null })
    expect(await told()).toBe(false)
    await unmarkNk.execute(leader, { institutionId: ops, userId, markId: mark?.id ?? '' })
    expect((await readPerson.execute(leader, { institutionId: ops, userId })).mark).toBeNull()
    const admin = await makeActor(ops, { role: 'admin_lokalny' })
    const attempt = { institutionId: ops, userId, appointmentNumber: 'x', startsOn: '1.10.2026', endsOn: '' }
    expect(await refusal(markNk.execute(admin, attempt))).toBe('forbidden forbidden')
  })
})
