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

/** A server action that answers a form. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>
