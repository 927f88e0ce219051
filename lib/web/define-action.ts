import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/format/form-state'
import { messageFor, messageForField } from '@/lib/messages/pl/errors'
import { AppError } from '@/lib/platform/errors'
import { logFault } from '@/lib/platform/log'
import type { Actor } from '@/lib/policy/actor'
import type { UseCase } from '@/lib/policy/usecase'
import { readForm, typedValues } from '@/lib/web/form-data'
import { keepIfSignedOut } from '@/lib/web/kept-form'
import { paths } from '@/lib/web/paths'
import { demandPlace } from '@/lib/web/place'
import { actorOrThrow } from '@/lib/web/session'

export type Action = (previous: FormState, form: FormData) => Promise<FormState>

/** What an error says in the form: never the text of an exception. */
export const failed = (error: unknown, where: string, form: FormData, attempt: number): FormState => {
  const values = typedValues(form)
  if (error instanceof AppError) {
    const fields = Object.fromEntries(
      Object.entries(error.fields).map(([path, key]) => [path, messageForField(key)]),
    )
    const theirs = Object.keys(error.theirs).length > 0 ? { theirs: { ...error.theirs } } : {}
    const alike = Object.fromEntries(
      Object.entries(error.alike).map(([path, known]) => [
        path,
        known.map(({ id, name, seat }) => ({
          id,
          href: paths.institution(id),
          label: `${name} (${seat})`,
        })),
      ]),
    )
    const alone = error.key === 'stale' && !('theirs' in theirs)
    // nothing to set beside one's own words: the page behind the form shows what is true now
    if (alone) revalidatePath('/', 'layout')
    return {
      status: 'invalid',
      message: messageFor(alone ? 'staleFresh' : error.key, error.params),
      fields,
      values,
      ...theirs,
      ...(Object.keys(alike).length > 0 ? { alike } : {}),
      attempt,
    }
  }
  const errorId = logFault(error, where)
  return { status: 'failed', message: messageFor('fault', { id: errorId }), errorId, values, attempt }
}

/**
 * A server action over one command, in the institution in which its page was shown: what was written for one never goes
 * out in the name of another. Works on a native form without JavaScript; on refusal the form comes back with
 * what was typed. `done` names the page to go to (or a message to show in place).
 */
export const defineAction =
  <I, R>(
    command: UseCase<I, R>,
    definition: {
      /** Reads the form into the command's input; default: the form's fields by name. */
      readonly read?: (form: FormData, actor: Actor) => unknown
      readonly done: (result: R, form: FormData) => string | { message: string }
      /** Nothing on a page tells of it (a private draft): what is open stays as it is. */
      readonly quiet?: boolean
    },
  ): Action =>
  async (previous, form) => {
    const attempt = previous.attempt + 1
    let target: string | { message: string }
    try {
      const actor = await actorOrThrow()
      demandPlace(form, actor)
      const input = definition.read ? definition.read(form, actor) : readForm(form)
      target = definition.done(await command.execute(actor, input as I), form)
    } catch (error) {
      await keepIfSignedOut(error, form)
      return failed(error, command.name, form, attempt)
    }
    if (!definition.quiet) revalidatePath('/', 'layout')
    if (typeof target === 'string') redirect(target)
    return { status: 'done', message: target.message, attempt }
  }
