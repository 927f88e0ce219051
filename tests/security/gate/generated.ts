import fc from 'fast-check'

export const categories = ['PODSTAWOWE', 'BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE'] as const
export type Category = (typeof categories)[number]
export const places = ['school', 'clinic'] as const
export type Place = (typeof places)[number]
/** Beside them the owner, and the unit of another gmina to which the case may be offered. */
export type Spot = Place | 'ops' | 'next'

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
  place: Spot
  signer: 'self' | 0 | 1
  categories: Category[]
  standing: 'granted' | 'refused' | 'withdrawn' | 'expired' | 'lastDay' | 'tomorrow'
}

export type Basis = {
  member: number
  place: Spot
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

/** How far a transfer to another unit came: offered, answered, taken back, or passed. */
export type Transfer = 'none' | 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'passed'

/** Only these of the eleven who look are named. */
export type Restriction = { named: number[]; ended: boolean }

/** One member is protected: institutions named safe, and people named as close to whom the member is protected from. */
export type Protection = {
  member: number
  safe: Place[]
  close: number[]
  standing: 'live' | 'lastDay' | 'ended' | 'over' | 'later'
}

export type FamilyWorld = {
  members: Member[]
  answers: Answer[]
  bases: Basis[]
  lines: Line[]
  taking: Record<Place, Taking>
  transfer: Transfer
  restriction: Restriction | null
  protection: Protection | null
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
const agreedByAll = (scope: readonly Category[] | null, place: Spot): Answer[] =>
  scope === null
    ? []
    : [0, 1, 2, 3].flatMap((member) =>
        ([0, 1] as const).map((signer) => ({
          member,
          place,
          signer,
          categories: ['PODSTAWOWE', ...scope] as Category[],
          standing: 'granted' as const,
        })),
      )

const protection: fc.Arbitrary<Protection | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 4,
    arbitrary: fc.record({
      member: somebody,
      safe: fc.constantFrom<Place[]>([], [], ['clinic'], ['school'], ['school', 'clinic']),
      close: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { maxLength: 4 }),
      standing: fc.constantFrom(
        'live',
        'live',
        'live',
        'live',
        'lastDay',
        'lastDay',
        'ended',
        'over',
        'later',
      ),
    }),
  },
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
  transfer: fc.constantFrom(
    'none' as const,
    'offered' as const,
    'accepted' as const,
    'declined' as const,
    'withdrawn' as const,
    'passed' as const,
    'passed' as const,
  ),
  /** what the family opens to the unit of the other gmina: somebody something, or everybody the same */
  moving: fc.record({
    some: fc.array(
      answer.map((one): Answer => ({ ...one, place: 'next' })),
      { maxLength: 5 },
    ),
    all: fc.option(fc.subarray(['BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE'] as const), { freq: 3 }),
  }),
  restriction: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.record({
        named: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        ended: fc.constantFrom(false, false, false, true),
      }),
    },
  ),
  protection,
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
  transfer: world.transfer,
  restriction: world.restriction,
  protection: world.protection,
  answers: [
    ...world.answers,
    ...agreedByAll(world.together, 'school'),
    ...(world.transfer === 'none' ? [] : [...world.moving.some, ...agreedByAll(world.moving.all, 'next')]),
  ].map((one) => signed(world.members, one)),
}))
