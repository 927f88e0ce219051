import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { controlAria, Field, type FieldProps } from '@/components/ui/field'
import { Icon, type IconName } from '@/components/ui/icon'
import { formatDate, isIsoDate } from '@/lib/format/dates'
import { uiMessages } from '@/lib/messages/pl/ui'

/** How wide the control is; the width hints at the length of the answer. */
export type Width = 'short' | 'medium' | 'full'

const widths: Readonly<Record<Width, string | undefined>> = {
  short: 'w-short',
  medium: 'w-medium',
  full: undefined,
}

export type TextInputProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'url'
  defaultValue?: string
  inputMode?: ComponentProps<'input'>['inputMode']
  autoComplete?: string
  maxLength?: number
  width?: Width
  icon?: IconName
  /** figures that should stand in columns: PESEL, NIP, money */
  numeric?: boolean
  spellCheck?: boolean
  /** state of a draft or a unit, below the control */
  after?: ReactNode
}

/** One line of text. */
export const TextInput = (props: TextInputProps) => {
  const { name, type = 'text', defaultValue, inputMode, maxLength, width = 'full', icon, after } = props
  return (
    <Field {...props}>
      <div className={classNames('input-wrap', widths[width])}>
        <input
          {...controlAria(props)}
          className={classNames('input', props.numeric && 'num')}
          name={name}
          type={type}
          defaultValue={defaultValue}
          inputMode={inputMode ?? (props.numeric ? 'numeric' : undefined)}
          autoComplete={props.autoComplete ?? 'off'}
          maxLength={maxLength}
          spellCheck={props.spellCheck}
        />
        {icon && <Icon name={icon} />}
      </div>
      {after}
    </Field>
  )
}

export type FileInputProps = FieldProps & {
  /** what the browser offers to choose; the server looks at the content */
  accept: string
  onPick?: (input: HTMLInputElement) => void
}

/** One file. Its limit belongs in the hint: nobody learns of it after an upload. */
export const FileInput = (props: FileInputProps) => (
  <Field {...props}>
    <input
      {...controlAria(props)}
      className="input"
      name={props.name}
      type="file"
      accept={props.accept}
      onChange={(event) => props.onPick?.(event.currentTarget)}
    />
  </Field>
)

export type TextAreaProps = FieldProps & {
  defaultValue?: string
  rows?: number
  maxLength?: number
  after?: ReactNode
}

/** Several lines; grows with the text where the browser can. */
export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    <textarea
      {...controlAria(props)}
      className="input grows"
      name={props.name}
      rows={props.rows ?? 4}
      defaultValue={props.defaultValue}
      maxLength={props.maxLength}
    />
    {props.after}
  </Field>
)

export type DateInputProps = Omit<TextInputProps, 'type' | 'icon' | 'numeric' | 'inputMode' | 'width'>

/**
 * A date typed as people write it (22.11.2026); read it on the server with `parseDate`. An ISO
 * default is shown the Polish way.
 */
export const DateInput = ({ hint = uiMessages.form.dateHint, defaultValue, ...rest }: DateInputProps) => (
  <TextInput
    {...rest}
    hint={hint}
    defaultValue={defaultValue && isIsoDate(defaultValue) ? formatDate(defaultValue) : defaultValue}
    icon="cal"
    inputMode="text"
    width="short"
  />
)

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { group: string; options: readonly Option[] }

export type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[]
  defaultValue?: string
  /** words of the empty choice; `null` when there is always an answer */
  placeholder?: string | null
  width?: Width
}

const Options = ({ options }: { options: readonly Option[] }) =>
  options.map(({ value, label, disabled }) => (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  ))

/** One of a short list; for long lists take the combobox. */
export const Select = (props: SelectProps) => {
  const { name, options, defaultValue = '', placeholder = uiMessages.form.choose, width = 'full' } = props
  return (
    <Field {...props}>
      <div className={classNames('input-wrap', 'select-wrap', widths[width])}>
        <select {...controlAria(props)} className="input" name={name} defaultValue={defaultValue}>
          {placeholder !== null && <option value="">{placeholder}</option>}
          {options.map((option) =>
            'group' in option ? (
              <optgroup key={option.group} label={option.group}>
                <Options options={option.options} />
              </optgroup>
            ) : (
              <Options key={option.value} options={[option]} />
            ),
          )}
        </select>
        <Icon name="down" />
      </div>
    </Field>
  )
}
