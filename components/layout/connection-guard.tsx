'use client'

import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/messages'
import { uiMessages } from '@/lib/messages/pl/ui'

/** Would this click or form take the page away? Forms marked `data-keeps` say themselves that they were not sent. */
const leaves = ({ type, target }: Event): boolean => {
  if (!(target instanceof Element)) return false
  if (type === 'submit') return !target.hasAttribute('data-keeps')
  const link = target.closest<HTMLAnchorElement>('a[href]')
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return false
  return link.pathname !== location.pathname || link.search !== location.search || !link.hash
}

/**
 * Without a connection the page stays: a link or a form that would end on the browser's own error page, and take what
 * was typed with it, is stopped and the person is told.
 */
export const ConnectionGuard = () => {
  const [offline, setOffline] = useState(false)
  const [stopped, setStopped] = useState(0)
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine)
    const stop = (event: Event) => {
      if (navigator.onLine || !leaves(event)) return
      event.preventDefault()
      event.stopPropagation()
      look()
      setStopped((n) => n + 1)
    }
    look()
    for (const name of ['online', 'offline']) window.addEventListener(name, look)
    for (const name of ['click', 'submit']) window.addEventListener(name, stop, true)
    return () => {
      for (const name of ['online', 'offline']) window.removeEventListener(name, look)
      for (const name of ['click', 'submit']) window.removeEventListener(name, stop, true)
    }
  }, [])
  if (!offline) return null
  return (
    <div className="cut noprint">
      <Notice key={stopped} tone="bad" role="alert">
        {uiMessages.shell.offline}
      </Notice>
    </div>
  )
}
