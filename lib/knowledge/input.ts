import { z } from 'zod'
import { fold } from '@/lib/format/fold'
import { conflict } from '@/lib/platform/errors'
import { line } from '@/lib/platform/input'
import type { Context } from '@/lib/policy/usecase'

/** The voivodeship whose programme the actor keeps, or else the one of the own place of work. */
export const regionOf = ({ actor }: Pick<Context, 'actor'>): string =>
  actor.assignments.find(
    (a) => ['rops_koordynator', 'animator', 'ekspert'].includes(a.role) && a.wojewodztwoCode,
  )?.wojewodztwoCode ?? actor.wojewodztwoCode

/** An address of a page: nothing but the web opens from a link. */
export const webLink = () =>
  line(500).pipe(z.url({ protocol: /^https?$/u, hostname: /\./u, error: 'webLink' }))

/** Every word of a search, without diacritics, in this column. */
export const wordsIn = <C extends string>(column: C, q: string) =>
  fold(q)
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ [column]: { contains: word } }) as Record<C, { contains: string }>)

/** Exactly the row and the version that the person saw was changed, or it is stale. */
export const changed = ({ count }: { count: number }): void => {
  if (count !== 1) throw conflict('stale')
}
