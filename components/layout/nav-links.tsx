'use client'

import { usePathname } from 'next/navigation'
import { currentItem } from '@/components/layout/current-item'
import { AppLink } from '@/components/ui/app-link'
import { Icon, type IconName } from '@/components/ui/icon'
import { Count } from '@/components/ui/status'
import { uiMessages } from '@/lib/messages/pl/ui'

export type NavItem = {
  href: string
  label: string
  icon: IconName
  /** how many wait for this person */
  count?: number
  countLabel?: string
  /** left out of the bar under the thumb on a phone, where 3–4 items fit */
  wideOnly?: boolean
}

/** The main menu; on a phone the same menu lies under the thumb. */
export const NavLinks = ({ items }: { items: readonly NavItem[] }) => {
  const here = currentItem(items, usePathname() ?? '')
  return (
    <nav className="nav" aria-label={uiMessages.shell.mainMenu}>
      {items.map((item) => (
        <AppLink
          key={item.href}
          href={item.href}
          aria-current={item.href === here ? 'page' : undefined}
          className={item.wideOnly ? 'opt' : undefined}
        >
          <Icon name={item.icon} />
          {item.label}
          {item.count ? (
            <Count value={item.count} label={item.countLabel ?? uiMessages.shell.newItems} />
          ) : null}
        </AppLink>
      ))}
    </nav>
  )
}
