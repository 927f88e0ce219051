'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { placeField } from '@/lib/format/form-state'

const Place = createContext<string | null>(null)

/** Says to every form inside to whom and in which institution the page was shown. */
export const WorkingPlace = ({ id, children }: { id: string; children: ReactNode }) => (
  <Place value={id}>{children}</Place>
)

/** The hidden field of a form; nothing before a working context is chosen. */
export const PlaceField = () => {
  const id = useContext(Place)
  return id && <input type="hidden" name={placeField} value={id} />
}
