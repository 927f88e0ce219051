import type { ReactNode } from 'react'
import { BrandMark } from '@/components/layout/brand'
import { ContextMenu, type ContextMenuProps } from '@/components/layout/context-menu'
import { type NavItem, NavLinks } from '@/components/layout/nav-links'
import { SearchBox } from '@/components/layout/search-box'
import { type Theme, ThemeSwitch } from '@/components/layout/theme-switch'
import { AppLink } from '@/components/ui/app-link'
import { Icon } from '@/components/ui/icon'
import { Count } from '@/components/ui/status'
import { uiMessages } from '@/lib/messages/pl/ui'

export type ShellProps = {
  homeHref?: string
  /** at most 5, first = home; empty before sign-in */
  nav?: readonly NavItem[]
  /** page of the search; the box stays out without it */
  searchHref?: string
  notifications?: { href: string; unread: number }
  account?: ContextMenuProps
  theme: Theme
  setTheme: (data: FormData) => Promise<void>
  /** declaration of accessibility, privacy, help */
  footLinks: readonly { href: string; label: string }[]
  /** strips across the page: break-glass, another person's view */
  strip?: ReactNode
  children: ReactNode
}

const Bell = ({ href, unread }: { href: string; unread: number }) => (
  <AppLink href={href} className="bell">
    <Icon name="bell" />
    <span className="vh">{uiMessages.shell.notifications}</span>
    {unread > 0 && <Count value={unread} label={uiMessages.shell.newItems} />}
  </AppLink>
)

/**
 * The frame of every page: woven band, bar, `<main id="tresc">`, foot. Before sign-in it has the
 * brand and the foot only. Set `data-theme` on <html> unless the theme is `system`.
 */
export const Shell = (props: ShellProps) => {
  const { homeHref = '/', nav = [], searchHref, notifications, account, strip, children } = props
  return (
    <>
      <a className="skip btn" href="#tresc">
        {uiMessages.shell.skip}
      </a>
      <header className="bar">
        <div className="bar-in">
          <AppLink className="brand" href={homeHref}>
            <BrandMark />
            <span>{uiMessages.shell.brand}</span>
          </AppLink>
          {nav.length > 0 && <NavLinks items={nav} />}
          <div className="bar-end">
            {searchHref && <SearchBox action={searchHref} />}
            {notifications && <Bell {...notifications} />}
            {account && <ContextMenu {...account} />}
          </div>
        </div>
      </header>
      {strip && <div className="strips">{strip}</div>}
      <main className="page" id="tresc" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="foot-in">
          {props.footLinks.map((link) => (
            <AppLink key={link.href} href={link.href}>
              {link.label}
            </AppLink>
          ))}
          <ThemeSwitch theme={props.theme} setTheme={props.setTheme} />
        </div>
      </footer>
    </>
  )
}
