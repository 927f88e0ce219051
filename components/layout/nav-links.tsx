'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { currentItem } from '@/components/layout/current-item'
import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import { Icon, type IconName } from '@/components/ui/icon'
import { Count } from '@/components/ui/status'
import { uiMessages } from '@/lib/messages/pl/ui'

export type NavItem = {
  href: string
  label: string
  icon: IconName
  /** pages that belong to this item although they do not lie below its own address */
  under?: string | readonly string[]
  /** how many wait for this person */
  count?: number
  countLabel?: string
}

/** How many items fit beside the brand, and under the thumb of a phone; the rest stands under "Więcej". */
const room = { wide: 5, phone: 4 }

const Place = ({ item, here, className }: { item: NavItem; here?: string; className?: string }) => (
  <AppLink href={item.href} aria-current={item.href === here ? 'page' : undefined} className={className}>
    <Icon name={item.icon} />
    {item.label}
    {item.count ? <Count value={item.count} label={item.countLabel ?? uiMessages.shell.newItems} /> : null}
  </AppLink>
)

type MoreProps = { items: readonly NavItem[]; firstWide: number; here?: string; phoneOnly: boolean }

/** The places for which the bar has no room: a disclosure, so it opens without a script. */
const More = ({ items, firstWide, here, phoneOnly }: MoreProps) => {
  const box = useRef<HTMLDetailsElement>(null)
  const path = usePathname()
  useEffect(() => {
    const close = () => box.current?.removeAttribute('open')
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.current?.open) return
      close()
      box.current.querySelector('summary')?.focus()
    }
    const onPointer = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) close()
    }
    if (path) close()
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [path])
  const inside = items.findIndex(({ href }) => href === here)
  return (
    <details ref={box} className={classNames('nav-more', phoneOnly && 'only-phone')}>
      <summary className={classNames(inside >= 0 && 'here-phone', inside >= firstWide && 'here')}>
        {uiMessages.shell.more}
        <Icon name="down" />
      </summary>
      <div className="nav-rest">
        {items.map((item, i) => (
          <Place
            key={item.href}
            item={item}
            here={here}
            className={i < firstWide ? 'only-phone' : undefined}
          />
        ))}
      </div>
    </details>
  )
}

/** The main menu, most needed first; on a phone the same menu lies under the thumb. */
export const NavLinks = ({ items }: { items: readonly NavItem[] }) => {
  const here = currentItem(items, usePathname() ?? '')
  const wide = items.length <= room.wide ? items.length : room.wide - 1
  const phone = items.length <= room.phone ? items.length : room.phone - 1
  return (
    <nav className="nav" aria-label={uiMessages.shell.mainMenu}>
      {items.slice(0, wide).map((item, i) => (
        <Place key={item.href} item={item} here={here} className={i < phone ? undefined : 'opt'} />
      ))}
      {items.length > phone && (
        <More
          items={items.slice(phone)}
          firstWide={wide - phone}
          here={here}
          phoneOnly={items.length <= wide}
        />
      )}
    </nav>
  )
}
