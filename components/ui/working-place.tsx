'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { type FormState, formField, idleForm, type KeptForm, placeField } from '@/lib/format/form-state'
import { uiMessages } from '@/lib/messages/pl/ui'

const Place = createContext<string | null>(null)

const Kept = createContext<KeptForm | null>(null)

type WorkingPlaceProps = { id: string; kept: KeptForm | null; children: ReactNode }

/**
 * Says to every form inside to whom and in which institution the page was shown, and which of them is filled again
 * with what was sent when the session had ended.
 */
export const WorkingPlace = ({ id, kept, children }: WorkingPlaceProps) => (
  <Place value={id}>
    <Kept value={kept}>{children}</Kept>
  </Place>
)

/** How a form begins: empty, or filled again. */
export const useFirstState = (label: string | undefined): FormState => {
  const kept = useContext(Kept)
  return kept && label && kept.form === label
    ? { status: 'invalid', message: uiMessages.form.keptBack, values: kept.values, attempt: 1 }
    : idleForm
}

/** The hidden fields of a form; nothing before a working context is chosen. */
export const PlaceField = ({ label }: { label: string | undefined }) => {
  const id = useContext(Place)
  return (
    id && (
      <>
        <input type="hidden" name={placeField} value={id} />
        {label && <input type="hidden" name={formField} value={label} />}
      </>
    )
  )
}
