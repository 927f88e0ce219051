/** What a server action gives back to its form; `values` refill every field, `fields` hold the message of each. */
export type FormState = {
  status: 'idle' | 'invalid' | 'done' | 'failed'
  message?: string
  errorId?: string
  fields?: Record<string, string>
  values?: Record<string, string | string[]>
  /** what somebody else saved meanwhile, by field */
  theirs?: Record<string, string>
  /** what the registry has already, by field */
  alike?: Record<string, { id: string; href: string; label: string }[]>
  attempt: number
}

export const idleForm: FormState = { status: 'idle', attempt: 0 }

/**
 * Hidden field of every form: to whom and in which institution its page was shown. The session is one for all tabs, so
 * either may be changed in another one while a form waits here.
 */
export const placeField = '$PLACE'

/** Hidden field of every form: which form of the page it is, by its name. */
export const formField = '$FORM'

/** Event of the document: the person came back to a session that had ended. */
export const sessionBack = 'kooperacja-session-back'

/** A form that was sent after its session had ended, to be filled again. */
export type KeptForm = {
  readonly form: string
  readonly values: Record<string, string | string[]>
}

/** A server action that answers a form. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>
