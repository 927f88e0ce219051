import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { uiMessages } from '@/lib/messages/pl/ui'

export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  required?: boolean
  /** says "nieobowiązkowe" beside the label */
  optional?: boolean
  /** id of the control; `f-<name>` when left out */
  id?: string
  /** label for readers only, where a table head or a legend says it already */
  labelHidden?: boolean
}

/** id of a field's control, so that summaries can link to it. */
export const fieldId = (name: string, id?: string): string => id ?? `f-${name}`

export type ControlAria = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** What a control inside a Field must carry. */
export const controlAria = ({ name, id, hint, error, required }: FieldProps): ControlAria => {
  const own = fieldId(name, id)
  return {
    id: own,
    'aria-describedby':
      [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
    // not `required`: the browser's own bubbles speak another language and hide all errors but one
    'aria-required': required || undefined,
  }
}

/** The error of one field, in words, with an icon. */
export const FieldErrorText = ({ id, children }: { id: string; children: string }) => (
  <p className="err" id={id}>
    <Icon name="warn" />
    {children}
  </p>
)

/** Label, hint, error and the control given as children (with `controlAria` on it). */
export const Field = (props: FieldProps & { children: ReactNode; className?: string }) => {
  const { name, label, hint, error, optional, labelHidden, children, className } = props
  const id = fieldId(name, props.id)
  return (
    <div className={classNames('field', error && 'bad', className)}>
      <label htmlFor={id} className={labelHidden ? 'vh' : undefined}>
        {label}
        {optional && <span className="optional"> ({uiMessages.form.optional})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldErrorText id={`${id}-error`}>{error}</FieldErrorText>}
      {children}
    </div>
  )
}

export type FieldsetProps = {
  legend: ReactNode
  hint?: ReactNode
  error?: string
  /** id for links from a summary */
  id?: string
  legendHidden?: boolean
  className?: string
  children: ReactNode
}

/** Several controls that answer one question. */
export const Fieldset = ({ legend, hint, error, id, legendHidden, className, children }: FieldsetProps) => (
  <fieldset
    id={id}
    className={classNames('fieldset', error && 'bad', className)}
    aria-describedby={
      [hint && id && `${id}-hint`, error && id && `${id}-error`].filter(Boolean).join(' ') || undefined
    }
  >
    <legend className={legendHidden ? 'vh' : 'legend'}>{legend}</legend>
    {hint && (
      <p className="hint" id={id && `${id}-hint`}>
        {hint}
      </p>
    )}
    {error && <FieldErrorText id={`${id ?? 'fieldset'}-error`}>{error}</FieldErrorText>}
    {children}
  </fieldset>
)
