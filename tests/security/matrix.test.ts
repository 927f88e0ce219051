import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseFacts } from '@/lib/cases/facts'
import { now, today } from '@/lib/platform/clock'
import { asActor, asReader } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { decide } from '@/lib/policy/decide'
import {
  build,
  categories,
  delivers,
  makePlace,
  reads,
  seesLine,
  type World,
  worksOn,
  worlds,
} from '@/tests/security/worlds'
import { asOwner, useDatabase } from '@/tests/support/database'

useDatabase()

type Seen = { case: boolean; person: boolean; identity: boolean; line: boolean; needs: string[] }

/** Domain 3.6 and 5.3.7 written anew, from the text and not from the code. */
const oracle = (w: World): Seen => ({
  case: worksOn(w) || delivers(w),
  person: worksOn(w) || delivers(w),
  identity: worksOn(w),
  line: seesLine(w),
  needs: categories.filter((c) => reads(w, c)).map((c) => c.toString()),
})

beforeAll(makePlace)

const look = (
  bind: typeof asActor,
  actor: Actor,
  caseId: string,
  personId: string,
): Promise<{ seen: Seen; policy: boolean }> =>
  bind(actor, async (tx) => {
    const needs = await tx.need.findMany({ where: { caseId }, select: { category: true } })
    const seen: Seen = {
      case: (await tx.familyCase.count({ where: { id: caseId } })) === 1,
      person: (await tx.person.count({ where: { id: personId } })) === 1,
      identity: (await tx.personIdentity.count({ where: { personId } })) === 1,
      line: (await tx.basketLine.count({ where: { caseId } })) === 1,
      needs: categories.filter((c) => needs.some((n) => n.category === c)).map((c) => c.toString()),
    }
    const policy = await caseFacts({ tx, actor, now: now(), today: today() }, caseId).then(
      (facts) => decide(actor, 'case.read', facts).allowed,
      () => false,
    )
    return { seen, policy }
  })

describe('role × relation × consent', () => {
  it('what the database shows and what policy says both equal an oracle written from the domain', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (w) => {
        const { made, person, actor } = await build(w)
        const expected = { seen: oracle(w), policy: oracle(w).case }
        expect(await look(asActor, actor, made.caseId, person)).toEqual(expected)
        // asked once and remembered, as pages do
        expect(await look(asReader, actor, made.caseId, person)).toEqual(expected)
        await asOwner().query('update role_assignment set ended_at = now() where user_id = $1', [
          actor.userId,
        ])
      }),
      { numRuns: 300, seed: 20261124 },
    )
  }, 120_000)
})
