import { institutionKinds, type RoleKey, roleKeys } from '@/lib/catalogue'
import type { VariantBody } from '@/lib/variants/body'
import { type DocumentStep, documentStepKeys } from '@/lib/variants/steps'
import { type ChosenTerm, type TermKey, termKeys } from '@/lib/variants/terms'

type LabelKey = keyof VariantBody['labels']

/** One thing in which two versions of a variant differ, for the words of lib/messages. */
export type Change =
  | { readonly section: 'names'; readonly what: LabelKey; readonly before: string; readonly after: string }
  /** Null: the common name of the role. */
  | {
      readonly section: 'roles'
      readonly what: RoleKey
      readonly before: string | null
      readonly after: string | null
    }
  | { readonly section: 'levels'; readonly before: boolean; readonly after: boolean }
  | {
      readonly section: 'terms'
      readonly what: TermKey
      readonly before: ChosenTerm
      readonly after: ChosenTerm
    }
  /** Names of the kinds. */
  | {
      readonly section: 'kinds'
      readonly what: 'required' | 'recommended'
      readonly added: readonly string[]
      readonly removed: readonly string[]
    }
  /** Keys of the documents. */
  | {
      readonly section: 'documents'
      readonly what: DocumentStep
      readonly added: readonly string[]
      readonly removed: readonly string[]
    }
  | {
      readonly section: 'areas'
      readonly what: 'added' | 'removed' | 'required' | 'optional'
      readonly area: string
    }
  | { readonly section: 'areas'; readonly what: 'renamed'; readonly before: string; readonly after: string }
  | {
      readonly section: 'areas'
      readonly what: 'order'
      readonly before: readonly string[]
      readonly after: readonly string[]
    }

const without = (all: readonly string[], but: readonly string[]): string[] =>
  all.filter((one) => !but.includes(one))

const kindName = (key: string): string => institutionKinds().find((kind) => kind.key === key)?.namePl ?? key

/** What came in and what went out, where anything did. */
const moved = (before: readonly string[], after: readonly string[], name = (key: string) => key) => {
  const added = without(after, before).map(name)
  const removed = without(before, after).map(name)
  return added.length + removed.length > 0 ? [{ added, removed }] : []
}

const names = (from: VariantBody, to: VariantBody): Change[] => [
  ...(Object.keys(from.labels) as LabelKey[])
    .filter((what) => from.labels[what] !== to.labels[what])
    .map((what) => ({
      section: 'names' as const,
      what,
      before: from.labels[what],
      after: to.labels[what],
    })),
  ...roleKeys
    .map((what) => ({
      section: 'roles' as const,
      what,
      before: from.roles[what] ?? null,
      after: to.roles[what] ?? null,
    }))
    .filter(({ before, after }) => before !== after),
]

const terms = (from: VariantBody, to: VariantBody): Change[] =>
  termKeys
    .map((what) => ({ section: 'terms' as const, what, before: from.terms[what], after: to.terms[what] }))
    .filter(({ before, after }) => before.count !== after.count || before.unit !== after.unit)

const kinds = (from: VariantBody, to: VariantBody): Change[] =>
  (['required', 'recommended'] as const).flatMap((what) =>
    moved(from[`${what}Kinds`], to[`${what}Kinds`], kindName).map((change) => ({
      section: 'kinds' as const,
      what,
      ...change,
    })),
  )

const documents = (from: VariantBody, to: VariantBody): Change[] =>
  documentStepKeys.flatMap((what) =>
    moved(from.documents[what] ?? [], to.documents[what] ?? []).map((change) => ({
      section: 'documents' as const,
      what,
      ...change,
    })),
  )

type Area = VariantBody['areas'][number]

const ofOneArea = (before: Area, after: Area): Change[] => [
  ...(before.name === after.name
    ? []
    : [{ section: 'areas' as const, what: 'renamed' as const, before: before.name, after: after.name }]),
  ...(before.required === after.required
    ? []
    : [
        {
          section: 'areas' as const,
          what: after.required ? ('required' as const) : ('optional' as const),
          area: after.name,
        },
      ]),
]

const areas = (from: VariantBody, to: VariantBody): Change[] => {
  const earlier = new Map(from.areas.map((area) => [area.key, area]))
  const later = new Map(to.areas.map((area) => [area.key, area]))
  const before = from.areas.filter(({ key }) => later.has(key))
  const after = to.areas.filter(({ key }) => earlier.has(key))
  const reordered = before.some(({ key }, i) => after[i]?.key !== key)
  return [
    ...to.areas
      .filter(({ key }) => !earlier.has(key))
      .map(({ name }) => ({ section: 'areas' as const, what: 'added' as const, area: name })),
    ...from.areas
      .filter(({ key }) => !later.has(key))
      .map(({ name }) => ({ section: 'areas' as const, what: 'removed' as const, area: name })),
    ...after.flatMap((area) => ofOneArea(earlier.get(area.key) ?? area, area)),
    ...(reordered
      ? [
          {
            section: 'areas' as const,
            what: 'order' as const,
            before: before.map(({ name }) => name),
            after: after.map(({ name }) => name),
          },
        ]
      : []),
  ]
}

/** Everything in which the second version differs from the first, in the order of the forms. Pure. */
export const variantChanges = (from: VariantBody, to: VariantBody): Change[] => [
  ...names(from, to),
  ...(from.twoLevels === to.twoLevels
    ? []
    : [{ section: 'levels' as const, before: from.twoLevels, after: to.twoLevels }]),
  ...terms(from, to),
  ...kinds(from, to),
  ...documents(from, to),
  ...areas(from, to),
]
