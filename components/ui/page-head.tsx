import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import { uiMessages } from '@/lib/messages/pl/ui'

/** Name of the page, one sentence below it, actions on the right. */
export const PageHead = ({
  title,
  lead,
  actions,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}) => (
  <div className="head row between top">
    <div>
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
    </div>
    {actions && <div className="row">{actions}</div>}
  </div>
)

type SectionHeadProps = {
  id?: string
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  level?: 2 | 3
}

/** Head of a section; give its `id` to the section's `aria-labelledby`. */
export const SectionHead = ({ id, title, lead, actions, level = 2 }: SectionHeadProps) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="sec-head row between">
      <div>
        <Heading id={id}>{title}</Heading>
        {lead && <p>{lead}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}

type SectionProps = SectionHeadProps & { id: string; children: ReactNode; className?: string }

/** A section of the page with its head, named for readers. */
export const Section = ({ id, title, lead, actions, level, children, className }: SectionProps) => (
  <section className={classNames('sec', className)} aria-labelledby={id}>
    <SectionHead id={id} title={title} lead={lead} actions={actions} level={level} />
    {children}
  </section>
)

export type Crumb = { label: string; href?: string }

/** Where I am; the last one is this page and is no link. No personal data in addresses. `inside` a folder that has its own. */
export const Crumbs = ({ items, inside }: { items: readonly Crumb[]; inside?: boolean }) => (
  <nav
    className="crumbs"
    aria-label={inside ? uiMessages.shell.breadcrumbsInside : uiMessages.shell.breadcrumbs}
  >
    <ol>
      {items.map(({ label, href }, i) => (
        <li key={`${label}${href ?? ''}`} aria-current={i === items.length - 1 ? 'page' : undefined}>
          {href && i < items.length - 1 ? <AppLink href={href}>{label}</AppLink> : label}
        </li>
      ))}
    </ol>
  </nav>
)
