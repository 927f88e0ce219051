import type { IsoDate } from '@/lib/format/dates'

/** `from` is the parent, carer, grandparent or guardian of `to`; of partners and siblings the order says nothing. */
export const relationKinds = [
  'parent',
  'partner',
  'sibling',
  'halfSibling',
  'stepparent',
  'fosterCarer',
  'grandparent',
  'guardian',
] as const
export type RelationKind = (typeof relationKinds)[number]

/** Of these two persons each is the same to the other. */
export const isMutual = (kind: RelationKind): boolean =>
  kind === 'partner' || kind === 'sibling' || kind === 'halfSibling'

export type Relation = {
  /** null: nobody entered it, it follows from the word for the relation or from who signs */
  readonly id: string | null
  readonly version: number
  readonly fromId: string
  readonly toId: string
  readonly kind: RelationKind
  readonly startsOn: IsoDate | null
  readonly ended: boolean
  readonly endsOn: IsoDate | null
}

type Member = {
  readonly personId: string
  readonly relationKey: string | null
  readonly main: boolean
  readonly guardianIds: readonly string[]
}

type Around = { head: string; me: Member; partners: string[]; couple: string[]; parents: string[] }

const derived = (fromId: string, toId: string, kind: RelationKind, ended = false): Relation => ({
  id: null,
  version: 1,
  fromId,
  toId,
  kind,
  startsOn: null,
  ended,
  endsOn: null,
})

const only = (ids: readonly string[]): string[] => (ids.length === 1 ? [...ids] : [])

/** What each word for a relation to the main person says about two persons. Other words say nothing certain. */
const words: Readonly<Record<string, (around: Around) => Relation[]>> = {
  partner: ({ head, me }) => [derived(head, me.personId, 'partner')],
  formerPartner: ({ head, me }) => [derived(head, me.personId, 'partner', true)],
  // a partner who signs for the child of the main person is its other parent, until somebody records otherwise
  child: ({ head, me, couple }) =>
    [head, ...couple.filter((id) => me.guardianIds.includes(id))].map((id) =>
      derived(id, me.personId, 'parent'),
    ),
  stepchild: ({ head, me, partners }) => [
    derived(head, me.personId, 'stepparent'),
    ...only(partners).map((id) => derived(id, me.personId, 'parent')),
  ],
  fosterChild: ({ head, me }) => [derived(head, me.personId, 'fosterCarer')],
  grandchild: ({ head, me }) => [derived(head, me.personId, 'grandparent')],
  mother: ({ head, me }) => [derived(me.personId, head, 'parent')],
  father: ({ head, me }) => [derived(me.personId, head, 'parent')],
  stepparent: ({ head, me }) => [derived(me.personId, head, 'stepparent')],
  fosterCarer: ({ head, me }) => [derived(me.personId, head, 'fosterCarer')],
  parentInLaw: ({ me, partners }) => only(partners).map((id) => derived(me.personId, id, 'parent')),
  sibling: ({ head, me, parents }) => [
    derived(head, me.personId, 'sibling'),
    ...parents.map((id) => derived(id, me.personId, 'parent')),
  ],
  halfSibling: ({ head, me }) => [derived(head, me.personId, 'halfSibling')],
  grandparent: ({ head, me }) => [derived(me.personId, head, 'grandparent')],
  guardian: ({ head, me }) => [derived(me.personId, head, 'guardian')],
  ward: ({ head, me }) => [derived(head, me.personId, 'guardian')],
}

const pairOf = ({ fromId, toId }: Pick<Relation, 'fromId' | 'toId'>): string =>
  [fromId, toId].sort().join(' ')

/** What follows from the words for relations and from who signs for whom: nothing of it is typed twice. */
const derivedRelations = (members: readonly Member[]): Relation[] => {
  const head = members.find(({ main }) => main)?.personId
  const being = (...keys: string[]) =>
    members.filter((m) => keys.includes(m.relationKey ?? '')).map((m) => m.personId)
  const around = {
    partners: being('partner'),
    couple: being('partner', 'formerPartner'),
    parents: being('mother', 'father'),
  }
  const said = head
    ? members
        .filter(({ personId }) => personId !== head)
        .flatMap((me) => words[me.relationKey ?? '']?.({ head, me, ...around }) ?? [])
    : []
  const known = new Set(members.map(({ personId }) => personId))
  const pairs = new Set(said.map(pairOf))
  const signing = members.flatMap((me) =>
    me.guardianIds
      .filter((id) => known.has(id) && !pairs.has(pairOf({ fromId: id, toId: me.personId })))
      .map((id) => derived(id, me.personId, 'guardian')),
  )
  return [...said, ...signing]
}

/** All relations of a family: what was entered about two persons stands instead of everything that follows about them. */
export const relationsOf = (members: readonly Member[], entered: readonly Relation[]): Relation[] => {
  const pairs = new Set(entered.map(pairOf))
  return [...entered, ...derivedRelations(members).filter((relation) => !pairs.has(pairOf(relation)))]
}
