import { beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { moveVariantVersion, readTeam, readTeamModel } from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { publishVersion } from '@/tests/support/scenes/team-variants'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let teamId: string
let version1: string
let draft: string
const people: Record<string, Actor> = {}

beforeAll(async () => {
  const ops = await makeInstitution({ kind: 'ops' })
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  const elsewhere = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '2061011' })
  teamId = await makeTeam({ lead: ops, members: [pcpr], variant: 'II' })
  version1 = await publishVersion({ number: 1 })
  draft = await publishVersion({ number: 2 })
  await asOwner().query('alter table variant_version disable trigger user')
  await asOwner().query(
    'update variant_version set number = null, published_at = null, published_by_id = null where id = $1',
    [draft],
  )
  await asOwner().query('alter table variant_version enable trigger user')
  people.leader = await makeActor(ops, { role: 'lider_gminny' })
  people.animator = await makeActor(rops, { role: 'animator', teamId })
  people.rops = await makeActor(rops, { role: 'rops_koordynator' })
  people.powiat = await makeActor(pcpr, { role: 'lider_powiatowy' })
  people.coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  people.head = await makeActor(ops, { role: 'decydent' })
  people.councillor = await makeActor(ops, { role: 'radny' })
  people.otherAnimator = await makeActor(rops, { role: 'animator' })
  people.stranger = await makeActor(elsewhere, { role: 'rops_koordynator' })
})

const who = (name: string): Actor => {
  const actor = people[name]
  if (!actor) throw new Error(`nobody is called ${name}`)
  return actor
}

const back = () => asOwner().query('update team set variant_version_id = null where id = $1', [teamId])
const goesBy = async () =>
  (await asOwner().query('select variant_version_id as v from team where id = $1', [teamId])).rows[0]?.v

/** What the database says to a write past the use case: rows written, or refused. */
const written = (work: Promise<number>): Promise<number | 'refused'> => work.catch(() => 'refused' as const)

const rowBy = (
  actor: Actor,
  over: { toVersionId?: string | null; byId?: string; fromVersionId?: string },
) => ({
  teamId,
  fromVersionId: null,
  toVersionId: version1,
  reason: 'obok',
  byId: actor.userId,
  institutionId: actor.institutionId,
  ...over,
})

const noted = (actor: Actor, over: Parameters<typeof rowBy>[1] = {}) =>
  written(
    asActor(actor, async (tx) => (await tx.teamVariantMove.createMany({ data: [rowBy(actor, over)] })).count),
  )

describe('who moves a team to another version of its variant', () => {
  it.each([
    ['leader', 'allowed', 1],
    ['animator', 'allowed', 1],
    ['rops', 'allowed', 1],
    ['powiat', 'forbidden forbidden', 'refused'],
    ['coordinator', 'forbidden forbidden', 'refused'],
    ['head', 'forbidden forbidden', 'refused'],
    ['councillor', 'forbidden forbidden', 'refused'],
    ['otherAnimator', 'notFound notFound', 'refused'],
    ['stranger', 'notFound notFound', 'refused'],
  ] as const)('%s: both locks say the same', async (name, first, second) => {
    const actor = who(name)
    const { version } = await readTeam.execute(who('leader'), { teamId })
    const input = { teamId, version, to: version1, reason: 'uzgodnione' }
    expect(await refusal(moveVariantVersion.execute(actor, input))).toBe(first)
    await back()
    expect(await noted(actor)).toBe(second)
    expect(await goesBy()).toBe(second === 1 ? version1 : null)
    await back()
  })
})

describe('past the use case', () => {
  it.each(['leader', 'powiat', 'coordinator', 'rops', 'animator'])(
    '%s, who may mend the team, does not set its version without the row',
    async (name) => {
      const set = (data: { variantVersionId?: string; variantKey?: string }) =>
        written(
          asActor(who(name), async (tx) => (await tx.team.updateMany({ where: { id: teamId }, data })).count),
        )
      expect(await set({ variantVersionId: version1 })).toBe('refused')
      // neither by way of another variant, once the agreement is signed
      expect(await set({ variantKey: 'III' })).toBe('refused')
      expect(await goesBy()).toBe(null)
    },
  )

  it('no row in the name of another, of another version than the team goes by, or of a draft', async () => {
    const leader = who('leader')
    expect(await noted(leader, { byId: who('rops').userId })).toBe('refused')
    expect(await noted(leader, { fromVersionId: crypto.randomUUID() })).toBe('refused')
    expect(await noted(leader, { toVersionId: draft })).toBe('refused')
    expect(await noted(leader, { toVersionId: null })).toBe('refused')
    expect(await goesBy()).toBe(null)
  })

  it('what was noted stays, is read by who reads the team, and by nobody else', async () => {
    expect(await noted(who('leader'))).toBe(1)
    const seen = (name: string) => asActor(who(name), (tx) => tx.teamVariantMove.count({ where: { teamId } }))
    expect(await seen('councillor')).toBeGreaterThan(0)
    expect([await seen('otherAnimator'), await seen('stranger')]).toEqual([0, 0])
    const touched = (
      work: (tx: Parameters<Parameters<typeof asActor>[1]>[0]) => Promise<{ count: number }>,
    ) => written(asActor(who('rops'), async (tx) => (await work(tx)).count))
    const changed = touched((tx) =>
      tx.teamVariantMove.updateMany({ where: { teamId }, data: { reason: 'x' } }),
    )
    expect([0, 'refused']).toContain(await changed)
    const removed = touched((tx) => tx.teamVariantMove.deleteMany({ where: { teamId } }))
    expect([0, 'refused']).toContain(await removed)
    await back()
  })

  it('strangers learn nothing of the model of a team', async () => {
    for (const name of ['otherAnimator', 'stranger'])
      expect(await refusal(readTeamModel.execute(who(name), { teamId }))).toBe('notFound notFound')
  })
})
