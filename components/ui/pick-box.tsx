'use client'

import type { ReactNode } from 'react'
import { useFormField } from '@/components/ui/form-context'

export type PickBoxProps = {
  name: string
  value: string
  checked?: boolean
  disabled?: boolean
  children: ReactNode
}

/** The box of one knot; ticked as it was sent when the form comes back with an error. */
export const PickBox = ({ name, value, checked, disabled, children }: PickBoxProps) => {
  const { typed, answered } = useFormField(name)
  const ticked = typeof typed === 'string' ? typed === value : (typed?.includes(value) ?? false)
  return (
    <label className="box">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={answered ? ticked : checked}
        disabled={disabled}
      />
      {children}
    </label>
  )
}
