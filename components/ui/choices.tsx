import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import { FieldErrorText, Fieldset, fieldId } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'

export type CheckboxProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  value?: string
  defaultChecked?: boolean
  required?: boolean
  disabled?: boolean
  id?: string
}

/** One box with its sentence. */
export const Checkbox = (props: CheckboxProps) => {
  const { name, label, hint, error, value = 'on', defaultChecked, required, disabled } = props
  const id = fieldId(name, props.id)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={classNames('field', error && 'bad')}>
      {error && <FieldErrorText id={`${id}-error`}>{error}</FieldErrorText>}
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          disabled={disabled}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          aria-required={required || undefined}
        />
        <span>{label}</span>
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  )
}

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

export type ChoicesProps = {
  name: string
  legend: ReactNode
  options: readonly ChoiceOption[]
  /** several answers (check boxes) instead of one (radio buttons) */
  multiple?: boolean
  defaultValue?: string | readonly string[]
  hint?: ReactNode
  error?: string
  required?: boolean
  /** words instead of sentences: small rounded chips in a line */
  chips?: boolean
  /** two columns from 48rem */
  columns?: boolean
  legendHidden?: boolean
  id?: string
}

const isChosen = (value: string, chosen: ChoicesProps['defaultValue']): boolean =>
  typeof chosen === 'string' ? chosen === value : (chosen?.includes(value) ?? false)

/** A question with its answers in full view. The first answer carries the id that summaries link to. */
export const Choices = (props: ChoicesProps) => {
  const { name, options, multiple, defaultValue, chips, columns, required } = props
  const id = fieldId(name, props.id)
  return (
    <Fieldset
      id={`${id}-set`}
      legend={props.legend}
      legendHidden={props.legendHidden}
      hint={props.hint}
      error={props.error}
    >
      <div className={chips ? 'chips' : classNames('choices', columns && 'choices-2')}>
        {options.map((option, i) => (
          <label key={option.value} className={chips ? 'chip' : 'choice'}>
            <input
              id={i === 0 ? id : undefined}
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              defaultChecked={isChosen(option.value, defaultValue)}
              disabled={option.disabled}
              aria-invalid={props.error ? true : undefined}
              aria-required={!multiple && required ? true : undefined}
            />
            <span>{option.label}</span>
            {option.hint && !chips && <span className="hint">{option.hint}</span>}
          </label>
        ))}
      </div>
    </Fieldset>
  )
}

export type ChipLink = { href: string; label: ReactNode; pressed?: boolean }

/** Filters as links: the address is the state; a chosen one has a tick, not only a tint. */
export const ChipLinks = ({ label, items }: { label: string; items: readonly ChipLink[] }) => (
  <nav className="chips" aria-label={label}>
    {items.map((item) => (
      <AppLink
        key={item.href}
        href={item.href}
        className={classNames('chip', item.pressed && 'is-pressed')}
        aria-current={item.pressed ? 'true' : undefined}
        scroll={false}
      >
        <Icon name="check" />
        {item.label}
      </AppLink>
    ))}
  </nav>
)
