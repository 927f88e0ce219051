'use client'

import {
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react'
import { Button, type ButtonVariant } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormContext } from '@/components/ui/form-context'
import { Notice } from '@/components/ui/messages'
import { PlaceField, useFirstState } from '@/components/ui/working-place'
import type { FormAction, FormState } from '@/lib/format/form-state'
import { uiMessages } from '@/lib/messages/pl/ui'

type ActionFormProps = {
  /** a server action; the form posts to it without JavaScript too */
  action: FormAction
  children?: ReactNode
  submitLabel?: string
  pendingLabel?: string
  submitVariant?: ButtonVariant
  /** on one line with the fields: filters, one-button forms */
  inline?: boolean
  /** small button, for rows of tables */
  small?: boolean
  /** more buttons or links beside the submit button */
  actions?: ReactNode
  /** a form with several submit buttons brings its own */
  noSubmit?: boolean
  id?: string
  /** names the form for readers */
  label?: string
  className?: string
}

/** An error by which the framework navigates (redirect, not found): it must reach its boundary. */
const isNavigation = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'digest' in error &&
  typeof error.digest === 'string' &&
  error.digest.startsWith('NEXT_')

const unsent = (previous: FormState): FormState => ({
  status: 'failed',
  message: uiMessages.form.offline,
  attempt: previous.attempt + 1,
})

/**
 * State of a form. Without JavaScript the server answers a native POST and renders the state; with it
 * the answer is fetched and the fields stay as they are, so a lost connection or a refused value
 * never takes a text away. After success (`done`) the fields are mounted anew with their defaults.
 */
const useForm = (action: FormAction, label: string | undefined) => {
  const [posted, post] = useActionState(action, useFirstState(label))
  const [state, setState] = useState(posted)
  const [round, setRound] = useState(0)
  const [pending, start] = useTransition()
  const sending = useRef(false)

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending.current) return
    sending.current = true
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
    start(async () => {
      const next = await action(state, data)
        .catch((error: unknown) => {
          if (isNavigation(error)) throw error
          return unsent(state)
        })
        .finally(() => {
          sending.current = false
        })
      startTransition(() => {
        setState({ ...next, attempt: state.attempt + 1 })
        if (next.status === 'done') setRound((n) => n + 1)
      })
    })
  }
  return { state, post, submit, pending, round }
}

const Errors = ({ formId, state }: { formId: string; state: FormState }) => {
  const errors = Object.entries(state.fields ?? {}).map(([name, message]) => ({
    id: `${formId}-${name}`,
    message,
  }))
  const counted = errors.length > 0 ? uiMessages.form.fixFields(errors.length) : uiMessages.form.fixForm
  return <ErrorSummary title={state.message ?? counted} errors={errors} attempt={state.attempt} />
}

/** How it went; takes the focus, so that on a long form nobody misses it above the fold. */
const Outcome = ({ formId, state }: { formId: string; state: FormState }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.attempt > 0) box.current?.focus()
  }, [state.attempt])
  if (state.status === 'invalid') return <Errors formId={formId} state={state} />
  if (state.status === 'idle' || (state.status === 'done' && !state.message)) return null
  return (
    <div ref={box} tabIndex={-1} className="outcome">
      {state.status === 'failed' ? (
        <Notice tone="bad" role="alert" title={uiMessages.form.nothingLost}>
          {state.message ?? uiMessages.form.failed} {state.errorId && uiMessages.form.errorId(state.errorId)}
        </Notice>
      ) : (
        <Notice tone="good" role="status">
          {state.message}
        </Notice>
      )}
    </div>
  )
}

/** A form over a server action; its fields are the `Form…` components of `form-fields`. */
export const ActionForm = (props: ActionFormProps) => {
  const { action, children, submitVariant = 1, inline, small, actions, noSubmit, className } = props
  const { submitLabel = uiMessages.form.save, pendingLabel = uiMessages.form.saving } = props
  const { state, post, submit, pending, round } = useForm(action, props.label)
  const own = useId()
  const formId = props.id ?? own
  return (
    <FormContext value={{ formId, state, pending }}>
      <form
        action={post}
        onSubmit={submit}
        data-keeps=""
        noValidate
        id={formId}
        aria-label={props.label}
        aria-busy={pending || undefined}
        className={classNames(inline ? 'form-inline' : 'form', className)}
      >
        <Outcome formId={formId} state={state} />
        <PlaceField label={props.label} />
        <div className={inline ? 'form-line' : 'form-fields'} key={round}>
          {children}
        </div>
        {!noSubmit && (
          <div className="row">
            <Button type="submit" variant={submitVariant} busy={pending} small={small} inline={inline}>
              {pending ? pendingLabel : submitLabel}
            </Button>
            {actions}
          </div>
        )}
      </form>
    </FormContext>
  )
}
