'use client'

import { createContext, useContext } from 'react'
import { fieldId } from '@/components/ui/field'
import { type FormState, idleForm } from '@/lib/format/form-state'

export type FormContextValue = {
  /** prefix of the ids of all fields, so that two forms of one page do not collide */
  formId: string
  state: FormState
  pending: boolean
}

export const FormContext = createContext<FormContextValue>({ formId: 'f', state: idleForm, pending: false })

export type FieldState = {
  id: string
  error: string | undefined
  /** what was typed before an error; undefined when nothing was sent yet */
  typed: string | string[] | undefined
  /** what somebody else saved here meanwhile, where it differs */
  theirs: string | undefined
  /** what the registry has already that is like it */
  alike: readonly { id: string; href: string; label: string }[]
  /** true after an answer of the server that kept the typed values */
  answered: boolean
}

/** id, error and typed value of one field of the surrounding ActionForm. */
export const useFormField = (name: string): FieldState => {
  const { formId, state } = useContext(FormContext)
  const theirs = state.theirs?.[name]
  return {
    id: fieldId(name, `${formId}-${name}`),
    error: state.fields?.[name],
    typed: state.values?.[name],
    theirs: theirs === (state.values?.[name] ?? '') ? undefined : theirs,
    alike: state.alike?.[name] ?? [],
    answered: state.values !== undefined,
  }
}

/** The typed value as one text. */
export const asText = (typed: FieldState['typed']): string | undefined =>
  Array.isArray(typed) ? typed[0] : typed
