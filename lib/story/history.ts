import { z } from 'zod'
import { bySubject, ofCase } from '@/lib/cases'
import { type DataCategory, dataCategories, dataCategoryNames } from '@/lib/catalogue'
import { flag, uuid } from '@/lib/platform/input'
import { cursor, pageOf } from '@/lib/platform/keyset'
import { may } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { detailsOf, toldOf } from '@/lib/story/details'
import { type EventRow, eventRows, facetsOf, keyOf, storyParts } from '@/lib/story/events'
import { helpTimesOf } from '@/lib/story/help-times'
import type { Told } from '@/lib/story/told'

export type StoryEvent = Told & {
  readonly id: string
  readonly at: Date
  /** Only the day is known, not the hour. */
  readonly dated: boolean
  readonly category: DataCategory | null
  /** Names that this reader may know; null: it is about no person. */
  readonly persons: readonly string[] | null
  readonly wholeFamily: boolean
  readonly actor: string | null
  readonly institution: string | null
}

type Choice = { readonly value: string; readonly label: string }

const namesOf = async ({ tx }: Context, ids: { persons: string[]; users: string[]; places: string[] }) => {
  const name = { select: { id: true, givenName: true, familyName: true } }
  const persons = await tx.person.findMany({ where: { id: { in: ids.persons } }, ...name })
  const users = await tx.userAccount.findMany({ where: { id: { in: ids.users } }, ...name })
  const places = await tx.institution.findMany({
    where: { id: { in: ids.places } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  const full = (p: { id: string; givenName: string; familyName: string }) =>
    [p.id, `${p.givenName} ${p.familyName}`] as const
  return {
    personOf: new Map(persons.map(full)),
    userOf: new Map(users.map(full)),
    placeOf: new Map(places.map((p) => [p.id, p.name] as const)),
  }
}

const present = <T>(list: readonly (T | null)[]): T[] => list.filter((one): one is T => one !== null)

/** Rows with the words of their objects; what its own page would not show is not there. */
const eventsOf = async (ctx: Context, rows: readonly EventRow[]): Promise<StoryEvent[]> => {
  const details = await detailsOf(ctx, rows)
  const { personOf, userOf, placeOf } = await namesOf(ctx, {
    persons: rows.flatMap((r) => r.personIds ?? []),
    users: present(rows.map((r) => r.actorId)),
    places: present(rows.map((r) => r.institutionId)),
  })
  return rows.flatMap((r) => {
    const told = toldOf(details, r)
    if (!told) return []
    return [
      {
        ...told,
        id: `${r.source}-${r.id}`,
        at: r.at,
        dated: r.dated,
        category: r.category,
        persons: r.personIds?.flatMap((id) => personOf.get(id) ?? []) ?? null,
        wholeFamily: r.personIds?.length === 0,
        actor: userOf.get(r.actorId ?? '') ?? null,
        institution: placeOf.get(r.institutionId ?? '') ?? null,
      },
    ]
  })
}

const choicesOf = async (ctx: Context, caseId: string) => {
  const facets = await facetsOf(ctx, caseId)
  const { personOf, placeOf } = await namesOf(ctx, {
    persons: facets.personIds,
    users: [],
    places: facets.institutionIds,
  })
  const choices = (names: ReadonlyMap<string, string>): Choice[] =>
    [...names].map(([value, label]) => ({ value, label }))
  return {
    persons: choices(personOf),
    institutions: choices(placeOf),
    categories: dataCategoryNames().filter((c) => facets.categories.includes(c.value)),
    parts: storyParts.filter((part) => facets.parts.includes(part)),
  }
}

const pageSize = 30
/** On paper the story stands whole; a longer one is printed part by part with the filter. */
const printed = 500

/**
 * One story of the family over all institutions, newest first: steps, notes and contacts, services and deliveries, plan,
 * diagnosis, consents, meetings and documents. An entry has the rights of the object that it belongs to.
 */
export const readHistory = defineQuery({
  name: 'case.history',
  input: z.strictObject({
    caseId: uuid(),
    personId: z.uuid().nullable().catch(null),
    institutionId: z.uuid().nullable().catch(null),
    category: z.enum(dataCategories).nullable().catch(null),
    part: z.enum(storyParts).nullable().catch(null),
    cursor: cursor(),
    whole: flag(),
  }),
  subject: bySubject,
  run: async (ctx, { caseId, cursor: at, whole, ...filter }, facts) => {
    const size = whole ? printed : pageSize
    const found = await eventRows(ctx, caseId, filter, { at, count: size + 1 })
    const page = pageOf(found, size, at, keyOf)
    return {
      number: facts.number,
      // on the story's first page, for who works with the family: to others its days would look as if they were not
      help: at || whole || !may(ctx.actor, 'case.contacts', facts) ? null : await helpTimesOf(ctx, facts),
      events: await eventsOf(ctx, page.rows),
      choices: await choicesOf(ctx, caseId),
      filter,
      next: page.next,
      previous: page.previous,
    }
  },
  audit: (_page, _input, facts) => ofCase(facts),
})

export type HistoryPage = Awaited<ReturnType<typeof readHistory.execute>>
