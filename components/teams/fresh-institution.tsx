'use client'

import type { ReactNode } from 'react'
import { Checkbox } from '@/components/ui/choices'
import { asText, useFormField } from '@/components/ui/form-context'
import { TextInput } from '@/components/ui/inputs'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.create

type FreshProps = { kindKey: string; kindName: string; hint?: ReactNode; label?: string }

/**
 * Name of an institution that the registry does not know yet. When the registry has a like one, the error names it
 * and a box appears to say that this is another.
 */
export const FreshInstitution = ({ kindKey, kindName, hint, label }: FreshProps) => {
  const name = `fresh.${kindKey}.name`
  const field = useFormField(name)
  const confirm = useFormField(`fresh.${kindKey}.confirmed`)
  return (
    <div>
      <TextInput
        name={name}
        id={field.id}
        label={label ?? kindName}
        hint={hint}
        error={field.error}
        defaultValue={asText(field.typed)}
        maxLength={200}
      />
      {field.error && asText(field.typed) && (
        <Checkbox name={`fresh.${kindKey}.confirmed`} id={confirm.id} label={m.confirmOther} />
      )}
    </div>
  )
}
