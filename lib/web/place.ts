import { placeField } from '@/lib/format/form-state'
import { conflict } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'

/** Who works where, as the pages of this session name it in their forms. */
export const placeOf = (actor: Actor): string => `${actor.institutionId} ${actor.userId}`

/**
 * Refuses a form whose page was shown in another institution or to another person: the session is one for all tabs, so
 * either may have been changed in another one. A form without the field was not made by us.
 */
export const demandPlace = (form: FormData, actor: Actor): void => {
  const shown = form.get(placeField)
  if (shown === placeOf(actor)) return
  const samePerson = typeof shown === 'string' && shown.endsWith(` ${actor.userId}`)
  throw conflict(samePerson ? 'placeChanged' : 'personChanged', {
    institution: actor.institutionName,
    person: `${actor.givenName} ${actor.familyName}`,
  })
}
