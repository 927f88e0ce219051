'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { controlAria, Field, type FieldProps } from '@/components/ui/field'
import { asText, useFormField } from '@/components/ui/form-context'
import { uiMessages } from '@/lib/messages/pl/ui'

export type NumberStepperProps = FieldProps & {
  /** hundredths are written with a comma: "1,5" */
  defaultValue?: string
  step?: number
  min?: number
  max?: number
}

const read = (text: string): number => {
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : 0
}

/** Hours or pieces: a field for typing with a thumb's width of less and more on each side. */
export const NumberStepper = (props: NumberStepperProps) => {
  const { name, defaultValue = '', step = 1, min = 0, max = 999 } = props
  const input = useRef<HTMLInputElement>(null)
  const change = (by: number) => {
    if (!input.current) return
    const next = Math.min(max, Math.max(min, read(input.current.value) + by))
    input.current.value = String(next).replace('.', ',')
  }
  return (
    <Field {...props} className="w-short">
      <div className="stepper">
        <Button icon="minus" aria-label={uiMessages.form.less} onClick={() => change(-step)}>
          {null}
        </Button>
        <input
          {...controlAria(props)}
          ref={input}
          className="input num"
          name={name}
          defaultValue={defaultValue}
          inputMode="decimal"
          autoComplete="off"
        />
        <Button icon="plus" aria-label={uiMessages.form.more} onClick={() => change(step)}>
          {null}
        </Button>
      </div>
    </Field>
  )
}

/** The stepper of an ActionForm. */
export const FormNumber = (props: NumberStepperProps) => {
  const { id, error, typed } = useFormField(props.name)
  return (
    <NumberStepper
      {...props}
      id={id}
      error={error ?? props.error}
      defaultValue={asText(typed) ?? props.defaultValue}
    />
  )
}
