import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Built, build, forget, look, lookBy, takeBack } from '@/tests/security/gate/build'
import { type Category, type FamilyWorld, familyWorlds } from '@/tests/security/gate/generated'
import { type Ground, makeGround } from '@/tests/security/gate/ground'
import { lookAtNew, pass } from '@/tests/security/gate/moves'
import { away, kept, mayRead, mayReceive, viewers } from '@/tests/security/gate/oracle'
import { useDatabase } from '@/tests/support/database'

useDatabase()

let ground: Ground
beforeAll(async () => {
  ground = await makeGround()
})

const lookAll = (built: Built) => Promise.all(viewers.map(async (v) => ({ v, seen: await look(built, v) })))

/** The same family after everything that was opened to the school was taken back. */
const withoutSchool = (w: FamilyWorld): FamilyWorld => ({
  ...w,
  answers: w.answers.filter((a) => a.place !== 'school'),
  bases: w.bases.filter((b) => b.place !== 'school'),
})

/** The other unit reads nothing of the case while it is offered or answered, and of a new one what was opened to it. */
const moves = async (w: FamilyWorld, built: Built, met: Set<string>): Promise<void> => {
  for (const actor of ground.next) expect(await lookBy(built, actor)).toEqual([])
  if (w.transfer !== 'passed') return
  const newCase = await pass(built.transferId, ground)
  const wanted = mayReceive(w)
  for (const actor of ground.next) {
    expect(await lookAtNew(newCase, actor)).toEqual(wanted)
    expect(await lookBy(built, actor)).toEqual([])
  }
  for (const thing of wanted) met.add(`next ${thing.split(' ')[0]}`)
  for (const actor of built.actors.values()) expect(await lookAtNew(newCase, actor)).toEqual([])
}

describe('generated families, consents, bases, participants, transfers and restrictions', () => {
  it('each person of each institution reads exactly what domain 3.6 and 8 say, and after a withdrawal nothing of it', async () => {
    const met = new Set<string>()
    await fc.assert(
      fc.asyncProperty(familyWorlds, async (w) => {
        const built = await build(w, ground)
        const expected = viewers.map((v) => ({ v, seen: mayRead(w, v) }))
        expect(await lookAll(built)).toEqual(expected)
        for (const { v, seen } of expected)
          for (const thing of seen) met.add(`${v.place} ${v.role} ${thing.split(' ')[0]}`)
        for (const v of viewers) if (away(w, v)) met.add(`away ${v.role}`)
        for (const v of viewers)
          for (const thing of kept(w, v)) met.add(`kept ${v.place} ${thing.split(' ')[0]}`)
        await moves(w, built, met)
        await takeBack(built, ground.institutions.school)
        const after = withoutSchool(w)
        expect(await lookAll(built)).toEqual(viewers.map((v) => ({ v, seen: mayRead(after, v) })))
        for (const v of viewers.filter(({ place }) => place === 'school'))
          expect(mayRead(after, v)).toEqual([])
        await forget(built)
      }),
      { numRuns: 30, seed: 20261126, endOnFailure: true },
    )
    // the worlds were rich enough: somebody of another institution met every kind of thing, and a provider its line
    expect([...met].filter((m) => m.startsWith('school specialist')).sort()).toEqual(
      [
        'area',
        'case',
        'contact',
        'delivery',
        'family',
        'goal',
        'hours',
        'identity',
        'line',
        'look',
        'need',
        'person',
        'step',
        'strength',
        'talk',
        'unmet',
      ].map((kind) => `school specialist ${kind}`),
    )
    expect([...met].filter((m) => m.startsWith('school head')).sort()).toEqual(
      ['case', 'contact', 'delivery', 'family', 'hours', 'line', 'person'].map(
        (kind) => `school head ${kind}`,
      ),
    )
    expect([...met].filter((m) => m.startsWith('away')).sort()).toEqual(
      ['coordinator', 'head', 'leader', 'powiat', 'specialist', 'worker'].map((role) => `away ${role}`),
    )
    // a protection took address, phone, day and hour from somebody of another house, and of the owner
    expect([...met].filter((m) => /^kept (ops|school)/u.test(m)).sort()).toEqual(
      ['ops', 'school'].flatMap((place) =>
        ['contact', 'delivery', 'hours', 'identity'].map((kind) => `kept ${place} ${kind}`),
      ),
    )
    expect([...met].filter((m) => m.startsWith('next')).sort()).toEqual(
      ['case', 'family', 'need', 'person'].map((kind) => `next ${kind}`),
    )
  }, 180_000)
})

/** Two adults and a child, none of whom opened anything; the school takes part. */
const quiet = (change: Partial<FamilyWorld>): FamilyWorld => ({
  members: (['adult', 'adult', 'child', 'adult'] as const).map((kind) => ({
    kind,
    takesPart: true,
    left: false,
    conflict: false,
    court: false,
  })),
  answers: [],
  bases: [],
  lines: [],
  taking: { school: 'now', clinic: 'no' },
  transfer: 'none',
  restriction: null,
  protection: null,
  ...change,
})
const agreed = (member: number, categories: Category[]) => ({
  member,
  place: 'school' as const,
  signer: 'self' as const,
  categories,
  standing: 'granted' as const,
})
const bySpecialist = async (w: FamilyWorld) => {
  const built = await build(w, ground)
  const viewer = viewers.find((v) => v.place === 'school' && v.role === 'specialist')
  const seen = viewer ? await look(built, viewer) : []
  await forget(built)
  return seen
}

describe('by hand, without an oracle', () => {
  it('without the basic data of a person nothing else of that person is read, although the case is open', async () => {
    const w = quiet({ answers: [agreed(0, ['PODSTAWOWE']), agreed(1, ['EDUKACJA'])] })
    expect(await bySpecialist(w)).toEqual(['case', 'contact 0', 'family', 'identity 0', 'person 0', 'step'])
  })

  it('who takes no part opens nothing of the whole family', async () => {
    const w = quiet({ answers: [agreed(0, ['PODSTAWOWE', 'EDUKACJA'])] })
    const nobody = { ...w, members: w.members.map((m) => ({ ...m, takesPart: false })) }
    expect(await bySpecialist(nobody)).toEqual([
      'case',
      'contact 0',
      'family',
      'identity 0',
      'need 0 EDUKACJA',
      'person 0',
      'step',
      'strength 0 EDUKACJA',
      'unmet 0 EDUKACJA',
    ])
  })

  it('of a protected person a house that is not safe knows the name, and the hour of what it delivers itself', async () => {
    const everybody = [0, 1, 2, 3].map((member) => ({
      ...agreed(member, ['PODSTAWOWE', 'EDUKACJA']),
      signer: member === 2 ? (0 as const) : ('self' as const),
    }))
    const lines = (['school', 'clinic'] as const).map((provider) => ({
      provider,
      beneficiaries: [1],
      category: 'EDUKACJA' as const,
      status: 'accepted' as const,
      responsible: 'specialist' as const,
    }))
    const protection = { member: 1, safe: [], close: [], standing: 'live' as const }
    const told = async (more: Partial<FamilyWorld>) =>
      (await bySpecialist(quiet({ answers: everybody, lines, ...more }))).filter((thing) =>
        /^(person|contact|identity) 1|^(line|hours|delivery)/u.test(thing),
      )
    const own = ['delivery 0', 'hours 0', 'line 0', 'line 1', 'person 1']
    expect(await told({ protection })).toEqual(own)
    expect(await told({ protection: { ...protection, close: [0] } })).toEqual([
      'line 0',
      'line 1',
      'person 1',
    ])
    expect(await told({ protection: { ...protection, safe: ['school'] } })).toEqual([
      'contact 1',
      'delivery 0',
      'delivery 1',
      'hours 0',
      'hours 1',
      'identity 1',
      'line 0',
      'line 1',
      'person 1',
    ])
  })
})
