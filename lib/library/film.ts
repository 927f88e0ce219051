import { z } from 'zod'
import { addFilm, filmOf, type KeptFilm } from '@/lib/attachments'
import { change, fileKind, type ItemFacts, itemFacts } from '@/lib/library/facts'
import { now } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import { uuid, version } from '@/lib/platform/input'
import type { Actor } from '@/lib/policy/actor'
import { defineCommand, defineQuery } from '@/lib/policy/usecase'

/** Whether a film may be put there: told in words first, so that nobody is left out who does not see or hear it. */
const demandPlace = ({ row }: ItemFacts): void => {
  if (row.withdrawnOn || row.kind !== 'film') throw conflict('wrongState')
  if (!row.transcript) throw conflict('filmInWordsFirst')
}

/** The thing of the library that waits for a film: asked by the form, and again before the first byte is taken. */
export const readFilmPlace = defineQuery({
  name: 'library.filmPlace',
  input: z.strictObject({ itemId: uuid() }),
  subject: itemFacts,
  run: (_ctx, _input, facts) => {
    demandPlace(facts)
    const { id, title, version: seen, hasFilm } = facts.row
    return Promise.resolve({ id, title, version: seen, hasFilm })
  },
  audit: 'notPersonal',
})

/** Makes what was kept (`keepFilm`) the next version of its film; the ones before stay. */
export const attachFilm = defineCommand({
  name: 'library.attachFilm',
  input: z.strictObject({ itemId: uuid(), version: version(), film: z.custom<KeptFilm>() }),
  subject: itemFacts,
  run: async (ctx, { version: seen, film }, facts) => {
    demandPlace(facts)
    const { attachmentId } = await addFilm(ctx, { kind: fileKind, id: facts.row.id }, facts.row.title, film)
    const { itemId } = await change(ctx, facts, seen, { hasFilm: true })
    return { itemId, attachmentId }
  },
  audit: ({ attachmentId }, _input, { row }) => ({
    subjectKind: 'library',
    subjectIds: [row.id, attachmentId],
  }),
})

const openedFilm = defineQuery({
  name: 'library.openFilm',
  input: z.strictObject({ itemId: uuid(), attachmentId: uuid(), again: z.boolean() }),
  subject: itemFacts,
  run: (ctx, { itemId, attachmentId }) => filmOf(ctx, { kind: fileKind, id: itemId }, attachmentId),
  audit: (_result, { attachmentId, again }, { row }) =>
    again ? null : { subjectKind: 'library', subjectIds: [row.id, attachmentId] },
})

/** As long as one viewing lasts. */
const viewing = 4 * 60 * 60_000
const rememberedAtMost = 10_000
const viewings = new Map<string, number>()

/**
 * A version of a film, asked anew for each range that a player fetches; the access log gets one row a viewing. What this
 * process does not remember is a viewing of its own: a row too many, never one too few.
 */
export const openFilm = async (actor: Actor, input: { itemId: string; attachmentId: string }) => {
  const key = `${actor.userId} ${actor.institutionId} ${input.attachmentId}`
  const again = now().getTime() - (viewings.get(key) ?? 0) < viewing
  const film = await openedFilm.execute(actor, { ...input, again })
  if (!again) {
    if (viewings.size >= rememberedAtMost) viewings.clear()
    viewings.set(key, now().getTime())
  }
  return film
}
