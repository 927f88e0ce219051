import { beforeEach, describe, expect, test } from 'vitest'
import { listLines } from '@/lib/baskets'
import { withdrawConsent } from '@/lib/consents'
import { listNotifications } from '@/lib/notifications'
import type { Actor } from '@/lib/policy/actor'
import { makeLine } from '@/tests/support/basket'
import {
  coordinator,
  forBoth,
  made,
  mother,
  nurse,
  record,
  said,
  school,
  stranger,
  teacher,
  useScene,
  withdraw,
} from '@/tests/support/scenes/consents'
import { makeActor } from '@/tests/support/world'

useScene()

let head: Actor
let teamCoordinator: Actor
let line: string
let consentId: string | undefined

const told = async (actor: Actor) =>
  (await listNotifications.execute(actor, { onlyUnread: false, cursor: '' })).rows.map((n) => [
    n.kind,
    n.caseId,
    n.lineId,
  ])
const held = async () => {
  const { warnings } = await listLines.execute(coordinator, { caseId: made.caseId })
  return warnings.flatMap((w) => (w.kind === 'noConsent' ? [w.lineId] : []))
}

beforeEach(async () => {
  head = await makeActor(school, { role: 'decydent' })
  teamCoordinator = await makeActor(made.owner, { role: 'koordynator_zespolu', teamId: made.teamId })
  consentId = (await record([said()], forBoth())).consentIds[0]
  line = await makeLine(made, {
    provider: school,
    createdBy: coordinator.userId,
    persons: [mother],
    status: 'accepted',
  })
})

describe('a withdrawal leaves nothing in the air', () => {
  test('the lines of the institution that lost sight are named as held', async () => {
    expect(await held()).toEqual([])
    await withdraw(consentId, school)
    expect(await held()).toEqual([line])
  })

  test('recorded by the team coordinator, it is told to the family coordinator and to who lost sight', async () => {
    await withdrawConsent.execute(teamCoordinator, {
      caseId: made.caseId,
      consentId: consentId ?? '',
      institutionId: school,
      channel: 'paper',
    })
    expect(await told(coordinator)).toEqual([['consent.withdrawn', made.caseId, null]])
    // no case, no line: it says that the coordinator will ring and no more
    expect(await told(head)).toEqual([['consent.closed', null, null]])
    expect(await told(teacher)).toEqual([['consent.closed', null, null]])
    expect(await told(nurse)).toEqual([])
    expect(await told(stranger)).toEqual([])
  })

  test('who records it is not told; the whole consent tells every institution that worked', async () => {
    await withdraw(consentId)
    expect(await told(coordinator)).toEqual([])
    expect(await told(nurse)).toEqual([['consent.closed', null, null]])
  })
})
