'use client'

import { useEffect, useRef } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { Icon } from '@/components/ui/icon'
import { uiMessages } from '@/lib/messages/pl/ui'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Search over everything this person may find; `/` goes there from anywhere but a field. */
export const SearchBox = ({ action }: { action: string }) => {
  const input = useRef<HTMLInputElement>(null)
  const link = useRef<HTMLAnchorElement>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      if (input.current?.offsetParent) input.current.focus()
      else link.current?.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <search className="find-box">
      <form action={action} method="get" className="find">
        <Icon name="search" />
        <input
          ref={input}
          name="q"
          type="search"
          aria-label={uiMessages.shell.searchLabel}
          aria-keyshortcuts="/"
          placeholder={uiMessages.shell.search}
          autoComplete="off"
        />
        <span className="cap" aria-hidden="true">
          /
        </span>
      </form>
      <AppLink ref={link} href={action} className="find find-link" aria-label={uiMessages.shell.searchLabel}>
        <Icon name="search" />
      </AppLink>
    </search>
  )
}
