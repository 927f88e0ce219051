'use client'

import { useSyncExternalStore } from 'react'
import { StripNote } from '@/components/ui/messages'
import { uiMessages } from '@/lib/messages/pl/ui'

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Says that the network is away, while it is. */
export const NetworkStrip = () => {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  if (online) return null
  return (
    <StripNote>
      <b>{uiMessages.form.nothingLost}</b> {uiMessages.shell.offline}
    </StripNote>
  )
}
