import type { ReactNode } from 'react'
import { FormDate, FormSelect, FormText } from '@/components/ui/form-fields'
import { referralMessages } from '@/lib/messages/pl/referrals'

const m = referralMessages.sheet

type PersonValues = {
  readonly givenName: string
  readonly familyName: string
  readonly relationKey: string
  readonly bornOn: string | null
  readonly pesel?: string | null
  readonly phone: string | null
}

type PersonFieldsProps = {
  /** Place of the row on the sheet. */
  index: number
  legend: string
  value?: PersonValues
  /** What a new row proposes. */
  relation: string
  relations: readonly { key: string; namePl: string }[]
  /** Where the number is kept and not shown, the field asks for a new one. */
  pesel?: { label: string; hint: string }
  /** Hidden values and boxes of this row. */
  children?: ReactNode
}

/** Name of a field of one row, as the sheet sends it. */
export const personField = (index: number, field: string): string => `people.${index}.${field}`

/** One person of a referral, the same on a new sheet and on one that is put right. */
export const PersonFields = ({
  index,
  legend,
  value,
  relation,
  relations,
  pesel,
  children,
}: PersonFieldsProps) => {
  const name = (field: string) => personField(index, field)
  return (
    <fieldset className="stack">
      <legend className="med">{legend}</legend>
      <div className="grid gap-x-4 gap-y-2 md:grid-cols-2 lg:grid-cols-3">
        <FormText name={name('givenName')} label={m.givenName} defaultValue={value?.givenName} />
        <FormText name={name('familyName')} label={m.familyName} defaultValue={value?.familyName} />
        <FormSelect
          name={name('relationKey')}
          label={m.relation}
          placeholder={null}
          defaultValue={value?.relationKey ?? relation}
          options={relations.map(({ key, namePl }) => ({ value: key, label: namePl }))}
        />
        <FormDate name={name('bornOn')} label={m.bornOn} defaultValue={value?.bornOn ?? undefined} optional />
        <FormText
          name={name('pesel')}
          label={pesel?.label ?? m.pesel}
          hint={pesel?.hint}
          defaultValue={value?.pesel ?? undefined}
          inputMode="numeric"
          optional
        />
        <FormText
          name={name('phone')}
          label={m.phone}
          defaultValue={value?.phone ?? undefined}
          type="tel"
          optional
        />
      </div>
      {children}
    </fieldset>
  )
}
