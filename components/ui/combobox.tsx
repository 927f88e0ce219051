'use client'

import { useEffect, useRef, useState } from 'react'
import { type ComboOption, matchedPart } from '@/components/ui/combobox-options'
import { controlAria, Field, type FieldProps } from '@/components/ui/field'
import { asText, useFormField } from '@/components/ui/form-context'
import { Icon } from '@/components/ui/icon'
import { type RemoteState, useCombobox } from '@/components/ui/use-combobox'
import { uiMessages } from '@/lib/messages/pl/ui'

export type { ComboOption } from '@/components/ui/combobox-options'

export type ComboboxProps = FieldProps & {
  /** the whole list, when it is short enough to send (some hundreds) */
  options?: readonly ComboOption[]
  /** address that answers `?q=` with a JSON array of options */
  src?: string
  /** the chosen option, or its id when it is among `options` */
  defaultValue?: ComboOption | string
  /** plain words for the list, when the label is not a text */
  listLabel?: string
  onChosen?: (option: ComboOption | undefined) => void
}

const texts = uiMessages.combobox

/** Without JavaScript: a native select over the list, or a field for the code when the list is remote. */
const Fallback = ({
  props,
  value,
  control,
}: {
  props: ComboboxProps
  value: string
  control: React.Ref<HTMLElement>
}) =>
  props.options ? (
    <select
      {...controlAria(props)}
      className="input"
      name={props.name}
      defaultValue={value}
      ref={control as React.Ref<HTMLSelectElement>}
    >
      <option value="">{uiMessages.form.choose}</option>
      {props.options.map((option) => (
        <option key={option.id} value={option.id}>
          {[option.label, option.detail, option.code].filter(Boolean).join(', ')}
        </option>
      ))}
    </select>
  ) : (
    <input
      {...controlAria(props)}
      className="input"
      name={props.name}
      defaultValue={value}
      placeholder={texts.codeHint}
      ref={control as React.Ref<HTMLInputElement>}
    />
  )

const Label = ({ label, typed }: { label: string; typed: string }) => {
  const part = matchedPart(label, typed)
  if (!part) return <span>{label}</span>
  return (
    <span>
      {label.slice(0, part.from)}
      <mark>{label.slice(part.from, part.to)}</mark>
      {label.slice(part.to)}
    </span>
  )
}

type Box = ReturnType<typeof useCombobox>

const OptionList = ({ box, label }: { box: Box; label: string }) => (
  // a press inside the list (its scroll bar too) must not take the focus from the input, which would close it
  <div
    className="list"
    role="listbox"
    tabIndex={-1}
    id={box.list}
    aria-label={texts.list(label)}
    onMouseDown={(event) => event.preventDefault()}
  >
    {box.matches.map((option, i) => (
      <div
        key={option.id}
        id={`${box.list}-${i}`}
        role="option"
        tabIndex={-1}
        aria-selected={i === box.active}
        onMouseUp={() => box.take(option)}
        onMouseMove={() => box.setActive(i)}
      >
        <Label label={option.label} typed={box.text} />
        {(option.detail || option.code) && (
          <span className="muted">{[option.detail, option.code].filter(Boolean).join(', ')}</span>
        )}
      </div>
    ))}
  </div>
)

const news = (state: RemoteState, found: number): string =>
  state === 'loading'
    ? texts.loading
    : state === 'failed'
      ? texts.failed
      : found === 0
        ? texts.none
        : texts.count(found)

const Live = ({ props, initial }: { props: ComboboxProps; initial: ComboOption | undefined }) => {
  const box = useCombobox(props, initial, props.onChosen)
  const label = props.listLabel ?? (typeof props.label === 'string' ? props.label : props.name)
  const shown = box.open && box.matches.length > 0
  const problem = box.open && box.matches.length === 0
  return (
    <div className="float">
      <input type="hidden" name={props.name} value={box.chosen?.id ?? ''} />
      <div className="input-wrap">
        <input
          {...controlAria(props)}
          className="input"
          role="combobox"
          aria-expanded={shown}
          aria-controls={box.list}
          aria-autocomplete="list"
          aria-activedescendant={box.active >= 0 ? `${box.list}-${box.active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={box.text}
          onChange={box.onChange}
          onKeyDown={box.onKeyDown}
          onBlur={box.close}
          onClick={box.show}
        />
        <Icon name="search" />
      </div>
      {shown && <OptionList box={box} label={label} />}
      {problem && (
        <p className="list list-none" id={box.list}>
          {news(box.state, 0)}
        </p>
      )}
      {box.chosen?.detail && !box.open && <p className="muted">{box.chosen.detail}</p>}
      <span className="vh" role="status">
        {box.open ? news(box.state, box.matches.length) : ''}
      </span>
    </div>
  )
}

/**
 * Search in a long list without diacritics or by code; sends the id of the chosen option. Server
 * markup is a native control with the same name, so the form works before and without JavaScript.
 */
export const Combobox = (props: ComboboxProps) => {
  const [live, setLive] = useState<{ initial: ComboOption | undefined }>()
  const control = useRef<HTMLElement>(null)
  const { options, defaultValue } = props
  const value = typeof defaultValue === 'string' ? defaultValue : (defaultValue?.id ?? '')

  // taken over once, with what the person chose before the page came alive
  useEffect(() => {
    if (live) return
    const before = control.current
    const typed =
      before instanceof HTMLSelectElement || before instanceof HTMLInputElement ? before.value : value
    const given = typeof defaultValue === 'object' && defaultValue.id === typed ? defaultValue : undefined
    setLive({ initial: given ?? options?.find((option) => option.id === typed) })
  }, [live, value, defaultValue, options])

  return (
    <Field {...props} hint={props.hint ?? texts.hint}>
      {live ? (
        <Live props={{ ...props, hint: props.hint ?? texts.hint }} initial={live.initial} />
      ) : (
        <Fallback props={{ ...props, hint: props.hint ?? texts.hint }} value={value} control={control} />
      )}
    </Field>
  )
}

/** The combobox of an ActionForm. */
export const FormCombobox = (props: ComboboxProps) => {
  const { id, error, typed } = useFormField(props.name)
  const kept = asText(typed)
  const given = typeof props.defaultValue === 'object' && props.defaultValue.id === kept
  return (
    <Combobox
      {...props}
      id={id}
      error={error ?? props.error}
      defaultValue={kept === undefined || given ? props.defaultValue : kept}
    />
  )
}
