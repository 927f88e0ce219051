import fc from 'fast-check'

export const categories = ['PODSTAWOWE', 'BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE'] as const
export type Category = (typeof categories)[number]
export const places = ['school', 'clinic'] as const
export type Place = (typeof places)[number]

/**
 * One member of a generated family. The first two are adults and the guardians of everybody who cannot sign; `grown` turned
 * eighteen this month, so what guardians signed is over.
 */
export type Member = {
  kind: 'adult' | 'child' | 'ward' | 'grown'
  takesPart: boolean
  left: boolean
  conflict: boolean
  court: boolean
}

/** What somebody signed about a member for one institution. `signer`: 0 and 1 are the guardians, self is the person. */
export type Answer = {
  member: number
  place: Place | 'ops'
  signer: 'self' | 0 | 1
  categories: Category[]
  standing: 'granted' | 'refused' | 'withdrawn' | 'expired' | 'lastDay' | 'tomorrow'
}

export type Basis = {
  member: number
  place: Place | 'ops'
  category: Category
  standing: 'live' | 'ended' | 'over' | 'later'
}

export type Line = {
  provider: Place
  /** indexes of members; empty: the whole family */
  beneficiaries: number[]
  category: 'BYT' | 'EDUKACJA' | 'ZDROWIE'
  status: 'draft' | 'proposed' | 'accepted'
  /** who of the provider answers for it */
  responsible: 'worker' | 'specialist' | 'nobody'
}

export type Taking = 'no' | 'now' | 'lastDay' | 'over' | 'later'

export type FamilyWorld = {
  members: Member[]
  answers: Answer[]
  bases: Basis[]
  lines: Line[]
  taking: Record<Place, Taking>
}

const member = (kind: fc.Arbitrary<Member['kind']>): fc.Arbitrary<Member> =>
  fc.record({
    kind,
    takesPart: fc.boolean(),
    left: fc.constantFrom(false, false, false, true),
    conflict: fc.boolean(),
    court: fc.constantFrom(false, false, true),
  })

const somebody = fc.nat({ max: 3 })
const somewhere = fc.constantFrom('school' as const, 'school' as const, 'clinic' as const, 'ops' as const)

const answer: fc.Arbitrary<Answer> = fc.record({
  member: somebody,
  place: somewhere,
  signer: fc.constantFrom('self' as const, 'self' as const, 0 as const, 1 as const),
  categories: fc
    .tuple(fc.constantFrom(true, true, false), fc.subarray(['BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE'] as const))
    .map(([basic, rest]): Category[] => [...(basic ? (['PODSTAWOWE'] as const) : []), ...rest]),
  standing: fc.constantFrom(
    'granted',
    'granted',
    'granted',
    'refused',
    'withdrawn',
    'expired',
    'lastDay',
    'tomorrow',
  ),
})

const basis: fc.Arbitrary<Basis> = fc.record({
  member: somebody,
  place: somewhere,
  category: fc.constantFrom(...categories),
  standing: fc.constantFrom('live', 'live', 'ended', 'over', 'later'),
})

const line: fc.Arbitrary<Line> = fc.record({
  provider: fc.constantFrom(...places),
  beneficiaries: fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
  category: fc.constantFrom('BYT', 'EDUKACJA', 'ZDROWIE'),
  status: fc.constantFrom('draft', 'proposed', 'accepted'),
  responsible: fc.constantFrom('worker', 'specialist', 'nobody'),
})

const taking: fc.Arbitrary<Taking> = fc.constantFrom('now', 'now', 'now', 'lastDay', 'no', 'over', 'later')

/** Adults sign for themselves; for who cannot, a guardian does (domain 4.2). */
const signed = (members: readonly Member[], one: Answer): Answer => {
  const kind = members[one.member]?.kind
  if (kind === 'adult') return { ...one, signer: 'self' }
  return kind !== 'grown' && one.signer === 'self' ? { ...one, signer: 0 } : one
}

/** One answer of each guardian about each member. */
const agreedByAll = (scope: readonly Category[] | null): Answer[] =>
  scope === null
    ? []
    : [0, 1, 2, 3].flatMap((member) =>
        ([0, 1] as const).map((signer) => ({
          member,
          place: 'school' as const,
          signer,
          categories: ['PODSTAWOWE', ...scope] as Category[],
          standing: 'granted' as const,
        })),
      )

const raw = fc.record({
  members: fc
    .tuple(
      member(fc.constant('adult' as const)),
      member(fc.constant('adult' as const)),
      member(fc.constantFrom('child' as const, 'ward' as const, 'grown' as const)),
      member(fc.constantFrom('child' as const, 'adult' as const)),
    )
    .map((all) => [...all]),
  answers: fc.array(answer, { minLength: 3, maxLength: 14 }),
  bases: fc.array(basis, { maxLength: 4 }),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  taking: fc.record({ school: taking, clinic: taking }),
  /** sometimes the whole family agrees to the same, and what concerns it all opens */
  together: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.subarray(['BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE'] as const, { minLength: 1 }) },
  ),
})

export const familyWorlds: fc.Arbitrary<FamilyWorld> = raw.map((world) => ({
  members: world.members,
  bases: world.bases,
  lines: world.lines,
  taking: world.taking,
  answers: [...world.answers, ...agreedByAll(world.together)].map((one) => signed(world.members, one)),
}))
