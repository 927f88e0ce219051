import {
  type Answer,
  type Basis,
  type Category,
  type FamilyWorld,
  type Line,
  type Place,
  places,
  type Spot,
} from '@/tests/security/gate/generated'

/** Who looks: an institution and the one role that the person holds there. */
export type Viewer =
  | { place: Place; role: 'specialist' | 'powiat' | 'head' | 'worker' }
  | { place: 'ops'; role: 'leader' | 'specialist' | 'coordinator' }

export const viewers: readonly Viewer[] = [
  ...places.flatMap((place): Viewer[] =>
    (['specialist', 'powiat', 'head', 'worker'] as const).map((role) => ({ place, role })),
  ),
  ...(['leader', 'specialist', 'coordinator'] as const).map((role): Viewer => ({ place: 'ops', role })),
]

/** What the rows of a case are called in a look, e.g. `need 2 ZDROWIE` or `line 0`. */
export type Seen = readonly string[]

const everyCategory: readonly Category[] = ['BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE']
/** Art. 9 and 10 of the GDPR (domain 5.5). */
const sensitive: readonly Category[] = ['ZDROWIE', 'KARNE']

/** Domain 4.4: given, not withdrawn, not over today; the last day still counts. A guardian's ends on the eve of eighteen. */
const answerLives = (w: FamilyWorld, { standing, member, signer }: Answer): boolean =>
  (standing === 'granted' || standing === 'lastDay') &&
  !(w.members[member]?.kind === 'grown' && signer !== 'self')
const basisLives = ({ standing }: Basis): boolean => standing === 'live'

/**
 * Domain 4.2 and 5.3.7: a live basis, or a live consent; where a conflict of guardians is recorded for who cannot sign, one
 * of each guardian, unless a court decided. Nobody who left the case shows anything; without PODSTAWOWE no other category.
 */
const opened = (w: FamilyWorld, place: Spot, member: number, category: Category): boolean => {
  const who = w.members[member]
  if (!who || who.left) return false
  if (category !== 'PODSTAWOWE' && place !== 'ops' && !opened(w, place, member, 'PODSTAWOWE')) return false
  const about = (x: { member: number; place: string }) => x.member === member && x.place === place
  if (w.bases.some((b) => about(b) && b.category === category && basisLives(b))) return true
  const live = w.answers.filter((a) => about(a) && answerLives(w, a) && a.categories.includes(category))
  const signedFor = who.kind === 'child' || who.kind === 'ward'
  if (signedFor && who.conflict && !who.court) return [0, 1].every((g) => live.some((a) => a.signer === g))
  return live.length > 0
}

/** What concerns the whole family is open when everybody who takes part opened it, and somebody did. */
const openedByAll = (w: FamilyWorld, place: Spot, category: Category): boolean => {
  const taking = w.members.map((_, i) => i).filter((i) => w.members[i]?.takesPart && !w.members[i]?.left)
  return taking.length > 0 && taking.every((i) => opened(w, place, i, category))
}

const caseOpen = (w: FamilyWorld, place: Place): boolean =>
  w.members.some((_, i) => opened(w, place, i, 'PODSTAWOWE'))

const takesPartNow = (w: FamilyWorld, place: Place): boolean =>
  w.taking[place] === 'now' || w.taking[place] === 'lastDay'

/** Row "Basket line" of 3.6: own institution's for its head, own for who answers for it; sent, and open for somebody of it. */
const delivers = (w: FamilyWorld, v: Viewer, line: Line): boolean => {
  if (v.place === 'ops' || line.provider !== v.place || line.status === 'draft') return false
  if (v.role !== 'head' && line.responsible !== v.role) return false
  const { place } = v
  if (!caseOpen(w, place)) return false
  return line.beneficiaries.length === 0
    ? openedByAll(w, place, line.category)
    : line.beneficiaries.some((i) => opened(w, place, i, line.category))
}

/** What stands under one category for one person; for the whole family there is more. */
const ofPerson = (i: number | 'all', c: Category): string[] =>
  ['need', 'strength', 'unmet'].map((kind) => `${kind} ${i} ${c}`)
const ofAll = (c: Category): string[] => [
  ...ofPerson('all', c),
  ...['area', 'goal', 'look'].map((kind) => `${kind} ${c}`),
]

const ofOthers = (w: FamilyWorld, place: Place, v: Viewer): Seen => {
  const works =
    takesPartNow(w, place) && caseOpen(w, place) && (v.role === 'specialist' || v.role === 'powiat')
  const members = w.members.map((_, i) => i)
  const own = w.lines.map((l, i) => ({ l, i })).filter(({ l }) => delivers(w, v, l))
  const lines = w.lines
    .map((l, i) => ({ l, i }))
    .filter(
      ({ l }) => delivers(w, v, l) || (works && l.status !== 'draft' && openedByAll(w, place, l.category)),
    )
  const basic = members.filter((i) => opened(w, place, i, 'PODSTAWOWE'))
  const served = basic.filter((i) => own.some(({ l }) => l.beneficiaries.includes(i)))
  return [
    ...(works || own.length > 0 ? ['case', 'family'] : []),
    ...members
      .filter((i) => (works && basic.includes(i)) || served.includes(i))
      .flatMap((i) => [`person ${i}`, `contact ${i}`]),
    ...(works ? basic.map((i) => `identity ${i}`) : []),
    ...(works ? ['step'] : []),
    ...(works
      ? everyCategory.flatMap((c) => [
          ...members.filter((i) => opened(w, place, i, c)).flatMap((i) => ofPerson(i, c)),
          ...(openedByAll(w, place, c) ? [...ofAll(c), `talk ${c}`] : []),
        ])
      : []),
    ...lines.flatMap(({ i }) => [`line ${i}`, `delivery ${i}`, `hours ${i}`]),
  ]
}

/** The owner's own people: own tasks without consent, art. 9 and 10 by consent, the family coordinator everything. */
const ofOwner = (w: FamilyWorld, role: string): Seen => {
  const members = w.members.map((_, i) => i)
  const reads = (c: Category, open: boolean): boolean =>
    role === 'coordinator' || !sensitive.includes(c) || open
  return [
    'case',
    'family',
    'step',
    ...members.flatMap((i) => [`person ${i}`, `contact ${i}`, `identity ${i}`]),
    ...everyCategory.flatMap((c) => [
      ...members.filter((i) => reads(c, opened(w, 'ops', i, c))).flatMap((i) => ofPerson(i, c)),
      ...(reads(c, openedByAll(w, 'ops', c)) ? ofAll(c) : []),
      // row "Delivery, monitoring, evaluation": who leads and coordinates answers for it, of whatever category
      ...(role === 'leader' || reads(c, openedByAll(w, 'ops', c)) ? [`talk ${c}`] : []),
    ]),
    ...w.lines
      .map((l, i) => ({ l, i }))
      .filter(({ l }) => l.status !== 'draft' || role === 'coordinator')
      .flatMap(({ i }) => [`line ${i}`, `delivery ${i}`, `hours ${i}`]),
  ]
}

/** Who could lift a restriction: the leader and the family's coordinator of the owner, and who passes the case on. */
const lifts = (w: FamilyWorld, named: readonly number[]): boolean =>
  w.transfer === 'passed' ||
  named.some((i) => viewers[i]?.role === 'leader' || viewers[i]?.role === 'coordinator')

/** Decision 0020: a restricted case exists for the named alone; where nobody of them could lift it, for the leader too. */
export const away = (w: FamilyWorld, v: Viewer): boolean => {
  if (!w.restriction || w.restriction.ended) return false
  const { named } = w.restriction
  if (named.some((i) => viewers[i] === v)) return false
  return v.role !== 'leader' || lifts(w, named)
}

/** Decision 0019: both teams agreed, and every adult who takes part opened the basic data to the unit that takes over. */
export const passes = (w: FamilyWorld): boolean =>
  w.transfer === 'passed' &&
  w.members.every(
    (m, i) => m.left || !m.takesPart || m.kind === 'child' || opened(w, 'next', i, 'PODSTAWOWE'),
  )

/**
 * What the other unit reads of the new case: who opened their basic data, and of the difficulties what each, or everybody,
 * opened to it. Of the old case it never reads anything, whatever was offered, answered or passed.
 */
export const mayReceive = (w: FamilyWorld): Seen => {
  if (!passes(w)) return []
  const came = w.members.map((_, i) => i).filter((i) => opened(w, 'next', i, 'PODSTAWOWE'))
  return [
    'case',
    'family',
    ...came.map((i) => `person ${i}`),
    ...everyCategory.flatMap((c) => [
      ...came.filter((i) => opened(w, 'next', i, c)).map((i) => `need ${i} ${c}`),
      ...(openedByAll(w, 'next', c) ? [`need all ${c}`] : []),
    ]),
  ].sort()
}

/**
 * Domain 8.2 d: who knows no more of a protected person than the name. The owner's people and the institutions named safe know
 * more; whoever is named as close to the suspected one does not, wherever they work.
 */
const keepsFrom = (w: FamilyWorld, v: Viewer, member: number): 'close' | 'house' | null => {
  if (w.protection?.member !== member) return null
  if (w.protection.standing !== 'live' && w.protection.standing !== 'lastDay') return null
  if (w.protection.close.some((i) => viewers[i] === v)) return 'close'
  return v.place === 'ops' || w.protection.safe.includes(v.place) ? null : 'house'
}

/** When and where a service takes place: whoever delivers it agreed that itself, unless named as close. */
const keepsHours = (w: FamilyWorld, v: Viewer, line: Line): boolean => {
  const who = line.beneficiaries.length > 0 ? line.beneficiaries : w.members.map((_, i) => i)
  return who.some((i) => {
    const kept = keepsFrom(w, v, i)
    return kept === 'close' || (kept === 'house' && line.provider !== v.place)
  })
}

/** Address, phone, hours and days of a protected person, for who is not to know them. */
const hidden = (w: FamilyWorld, v: Viewer, thing: string): boolean => {
  const [what = '', index] = thing.split(' ')
  if (what === 'identity' || what === 'contact') return keepsFrom(w, v, Number(index)) !== null
  const line = what === 'hours' || what === 'delivery' ? w.lines[Number(index)] : undefined
  return line !== undefined && keepsHours(w, v, line)
}

/** What 3.6 alone would show this person. */
const byRole = (w: FamilyWorld, v: Viewer): Seen =>
  v.place === 'ops' ? ofOwner(w, v.role) : ofOthers(w, v.place, v)

/** What a protection takes from what this person would read otherwise. */
export const kept = (w: FamilyWorld, v: Viewer): Seen =>
  away(w, v) ? [] : byRole(w, v).filter((thing) => hidden(w, v, thing))

/** Domain 3.6 and 8 written anew: what this person may read of the family, and nothing of how the product finds it. */
export const mayRead = (w: FamilyWorld, v: Viewer): Seen =>
  away(w, v)
    ? []
    : byRole(w, v)
        .filter((thing) => !hidden(w, v, thing))
        .sort()
