import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/format/form-state'

type Props = {
  teamId: string
  agree: FormAction | null
  drop: FormAction | null
  /** The reader proposed it, so takes it back instead of refusing it. */
  mine: boolean
  words: { readonly agree: string; readonly drop: string; readonly takeBack: string }
  /** What the agreement names beside the team. */
  children: ReactNode
}

/** What a leader may do about a proposal that waits: agree, or refuse it or take it back. */
export const AgreeOrDrop = ({ teamId, agree, drop, mine, words, children }: Props) => {
  const dropWord = mine ? words.takeBack : words.drop
  return (
    <div className="row">
      {agree && (
        <ActionForm action={agree} submitLabel={words.agree} submitVariant={1} label={words.agree} inline>
          <FormHidden name="teamId" value={teamId} />
          {children}
        </ActionForm>
      )}
      {drop && (
        <ActionForm action={drop} submitLabel={dropWord} submitVariant={2} label={dropWord} inline>
          <FormHidden name="teamId" value={teamId} />
        </ActionForm>
      )}
    </div>
  )
}
