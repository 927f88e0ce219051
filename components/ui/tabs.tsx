import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import { Count } from '@/components/ui/status'
import { uiMessages } from '@/lib/messages/pl/ui'

export type Tab = {
  href: string
  label: string
  /** `group`: the current page is one of those this tab stands for */
  current?: boolean | 'page' | 'group'
  count?: number
  countLabel?: string
}

export type TabsProps = {
  /** names the navigation for readers */
  label: string
  items: readonly Tab[]
  /** on top of a sheet instead of at the foot of a folder */
  top?: boolean
  /** the row of the current group, below the row of groups */
  sub?: boolean
}

/** Places of one thing as links: they work without JavaScript and can be sent to somebody. */
export const Tabs = ({ label, items, top, sub }: TabsProps) => (
  <nav className={classNames('tabs', top && 'tabs-top', sub && 'tabs-sub')} aria-label={label}>
    {items.map((tab) => (
      <AppLink
        key={tab.href}
        href={tab.href}
        aria-current={tab.current === 'group' ? 'true' : tab.current ? 'page' : undefined}
      >
        {tab.label}
        {tab.count ? <Count value={tab.count} label={tab.countLabel ?? uiMessages.shell.newItems} /> : null}
      </AppLink>
    ))}
  </nav>
)
