'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Face } from '@/components/ui/status'
import { uiMessages } from '@/lib/messages/pl/ui'

/** One institution in which the person works, with all roles held there. */
export type WorkContext = { id: string; institution: string; roles: string; current?: boolean }

export type ContextMenuProps = {
  person: { name: string; initials: string }
  contexts: readonly WorkContext[]
  /** server action; reads the field `context` */
  switchContext: (data: FormData) => Promise<void>
  signOut: () => Promise<void>
  links?: readonly { href: string; label: string }[]
}

const Contexts = ({ contexts, switchContext }: Pick<ContextMenuProps, 'contexts' | 'switchContext'>) => (
  <form action={switchContext} className="menu-list" aria-label={uiMessages.shell.changeContext}>
    {contexts.map((context) => (
      <button
        key={context.id}
        type="submit"
        name="context"
        value={context.id}
        aria-current={context.current ? 'true' : undefined}
      >
        <span>
          <b className="med">{context.institution}</b>
          <br />
          <span className="soft">{context.roles}</span>
        </span>
        {context.current && <Icon name="check" />}
      </button>
    ))}
  </form>
)

/** Who works here and where; opens the choice of institution. A native popover: no script needed to open it. */
export const ContextMenu = ({ person, contexts, switchContext, signOut, links = [] }: ContextMenuProps) => {
  const menu = useRef<HTMLDivElement>(null)
  const path = usePathname()
  const current = contexts.find((context) => context.current)

  // the shell outlives its pages: going to another place closes the menu
  useEffect(() => {
    if (path && menu.current?.matches(':popover-open')) menu.current.hidePopover()
  }, [path])

  return (
    <>
      <button type="button" className="who" popoverTarget="account-menu">
        <span className="vh">{uiMessages.shell.account}: </span>
        <Face initials={person.initials} />
        <span className="nm">
          {person.name}
          {current && <small>{current.institution}</small>}
        </span>
      </button>
      <div id="account-menu" popover="auto" className="menu" ref={menu}>
        <p className="menu-head">
          <b>{person.name}</b>
        </p>
        {contexts.length > 0 && <Contexts contexts={contexts} switchContext={switchContext} />}
        <div className="menu-foot">
          {links.map((link) => (
            <AppLink key={link.href} href={link.href}>
              {link.label}
            </AppLink>
          ))}
          <form action={signOut}>
            <Button type="submit" small inline icon="out">
              {uiMessages.shell.signOut}
            </Button>
          </form>
        </div>
      </div>
    </>
  )
}
