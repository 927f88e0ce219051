'use client'

import { useContext, useState } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { Checkbox, type CheckboxProps, Choices, type ChoicesProps } from '@/components/ui/choices'
import { asText, FormContext, useFormField } from '@/components/ui/form-context'
import {
  DateInput,
  type DateInputProps,
  FileInput,
  type FileInputProps,
  Select,
  type SelectProps,
  TextArea,
  type TextAreaProps,
  TextInput,
  type TextInputProps,
} from '@/components/ui/inputs'
import { uiMessages } from '@/lib/messages/pl/ui'

/** The other text, when somebody saved this field meanwhile: the person sees both and decides. */
export const Theirs = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <p className="theirs" role="note">
      <b>{uiMessages.form.theirs}</b> {text === '' ? uiMessages.form.theirsEmpty : text}
    </p>
  )

/** Fields of an ActionForm: they take their error and what was typed from the form's state. */
export const FormText = (props: TextInputProps) => {
  const { id, error, typed, theirs } = useFormField(props.name)
  return (
    <TextInput
      {...props}
      id={id}
      error={error ?? props.error}
      after={
        <>
          {props.after}
          <Theirs text={theirs} />
        </>
      }
      defaultValue={asText(typed) ?? props.defaultValue}
    />
  )
}

type FormFileProps = Omit<FileInputProps, 'onPick'> & { maxBytes: number; tooLarge: string }

/** A file is never refilled: the browser keeps it chosen. One above the limit is put back before it is sent for nothing. */
export const FormFile = ({ maxBytes, tooLarge, ...props }: FormFileProps) => {
  const { id, error } = useFormField(props.name)
  const [refused, setRefused] = useState(false)
  const pick = (input: HTMLInputElement) => {
    const large = (input.files?.[0]?.size ?? 0) > maxBytes
    setRefused(large)
    if (large) input.value = ''
  }
  return <FileInput {...props} id={id} error={refused ? tooLarge : (error ?? props.error)} onPick={pick} />
}

/** A password is never refilled. */
export const FormPassword = (props: Omit<TextInputProps, 'type' | 'defaultValue'>) => {
  const { id, error } = useFormField(props.name)
  return <TextInput {...props} type="password" id={id} error={error ?? props.error} />
}

export const FormTextArea = (props: TextAreaProps) => {
  const { id, error, typed, theirs } = useFormField(props.name)
  return (
    <TextArea
      {...props}
      id={id}
      error={error ?? props.error}
      after={
        <>
          {props.after}
          <Theirs text={theirs} />
        </>
      }
      defaultValue={asText(typed) ?? props.defaultValue}
    />
  )
}

export const FormDate = (props: DateInputProps) => {
  const { id, error, typed, theirs } = useFormField(props.name)
  return (
    <>
      <DateInput
        {...props}
        id={id}
        error={error ?? props.error}
        defaultValue={asText(typed) ?? props.defaultValue}
      />
      <Theirs text={theirs} />
    </>
  )
}

/** The words of an answer by its value. */
const wordOf = (options: SelectProps['options'], value: string): string =>
  options.flatMap((one) => ('options' in one ? one.options : [one])).find((one) => one.value === value)
    ?.label ?? value

export const FormSelect = (props: SelectProps) => {
  const { id, error, typed, theirs } = useFormField(props.name)
  return (
    <>
      <Select
        {...props}
        id={id}
        error={error ?? props.error}
        defaultValue={asText(typed) ?? props.defaultValue}
      />
      <Theirs text={theirs && wordOf(props.options, theirs)} />
    </>
  )
}

export const FormCheckbox = (props: CheckboxProps) => {
  const { id, error, typed, answered } = useFormField(props.name)
  const value = props.value ?? 'on'
  // an empty box is not sent: after an answer its absence means "not ticked"
  const ticked = typeof typed === 'string' ? typed === value : (typed?.includes(value) ?? false)
  return (
    <Checkbox
      {...props}
      id={props.id ?? id}
      error={error ?? props.error}
      defaultChecked={answered ? ticked : props.defaultChecked}
    />
  )
}

export const FormChoices = (props: ChoicesProps) => {
  const { id, error, typed, answered } = useFormField(props.name)
  return (
    <Choices
      {...props}
      id={id}
      error={error ?? props.error}
      defaultValue={answered ? (typed ?? []) : props.defaultValue}
    />
  )
}

/** A value that the person does not see: ids, the version that was edited. */
export const FormHidden = ({ name, value }: { name: string; value: string | number }) => {
  const { state } = useContext(FormContext)
  // after both texts were shown, saving again is a decision: it goes out with the version that was shown
  return <input type="hidden" name={name} value={state.theirs?.[name] ?? value} />
}

type FormButtonProps = ButtonLook & { name?: string; value?: string; children: React.ReactNode }

/** One of several submit buttons of a form; its name and value are sent. */
export const FormButton = ({ name, value, ...look }: FormButtonProps) => {
  const { pending } = useContext(FormContext)
  return <Button type="submit" name={name} value={value} busy={pending} {...look} />
}
