import { beforeEach, describe, expect, test } from 'vitest'
import { checkDuplicates, decideProposal, proposeDecision, screenCase } from '@/lib/cases'
import { listNotifications } from '@/lib/notifications'
import type { Actor } from '@/lib/policy/actor'
import { createReferral, listReferrals } from '@/lib/referrals'
import { coordinator, leader, teamId, useStages } from '@/tests/support/scenes/case-stages'
import { referralSheet } from '@/tests/support/scenes/referral-sheet'
import { insert, makeActor, makeInstitution } from '@/tests/support/world'

useStages()

let teacher: Actor
let caseId: string

const told = async (actor: Actor) =>
  (await listNotifications.execute(actor, { onlyUnread: false, cursor: '' })).rows.map((n) => [
    n.kind,
    n.caseId,
  ])

beforeEach(async () => {
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  await insert('team_member', {
    team_id: teamId,
    institution_id: school,
    joined_on: '2024-01-01',
    signed_on: '2024-01-01',
  })
  teacher = await makeActor(school, { role: 'wykonawca' })
  caseId = (await createReferral.execute(teacher, referralSheet(teamId) as never)).caseId ?? ''
  await checkDuplicates.execute(coordinator, { caseId, reason: 'Nowe zgłoszenie' })
  await screenCase.execute(coordinator, { caseId, version: 1 })
})

const propose = (kind: 'reject' | 'redirect', reasonKey: string) =>
  proposeDecision.execute(coordinator, { caseId, version: 2, kind, reasonKey, note: 'Uzasadnienie' })
const decide = (accepted: 'yes' | 'no') =>
  decideProposal.execute(leader, { caseId, version: 2, accepted, note: 'Proszę doprecyzować' })
const sent = async () => {
  const [row] = (await listReferrals.execute(teacher, {})).sent
  return [row?.status, row?.reasonKey]
}

describe('each step tells who is next', () => {
  test('a new referral the coordinator, a proposal the leader, a decision the coordinator and who referred', async () => {
    expect(await told(coordinator)).toEqual([['case.referred', caseId]])
    await propose('reject', 'poza_gmina')
    expect(await told(leader)).toEqual([['case.proposed', caseId]])
    await decide('no')
    expect((await told(coordinator))[0]).toEqual(['case.sentBack', caseId])
    expect(await told(teacher)).toEqual([])
    await propose('reject', 'poza_gmina')
    await decide('yes')
    expect((await told(coordinator))[0]).toEqual(['case.decided', caseId])
    expect(await told(teacher)).toEqual([['referral.decided', null]])
    expect(await sent()).toEqual(['rejected', 'poza_gmina'])
  })

  test('who referred reads the same of every redirection', async () => {
    await propose('redirect', 'nk')
    await decide('yes')
    expect(await sent()).toEqual(['redirected', null])
    expect(await told(teacher)).toEqual([['referral.decided', null]])
  })
})
