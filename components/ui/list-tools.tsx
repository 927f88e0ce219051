import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { uiMessages } from '@/lib/messages/pl/ui'

type PagerProps = {
  previousHref?: string
  nextHref?: string
  /** what is shown now: "50 rodzin" */
  shown?: ReactNode
  label?: string
}

/** Keyset paging: only back and forth, since nobody counts the whole list. */
export const Pager = ({ previousHref, nextHref, shown, label = uiMessages.list.pages }: PagerProps) =>
  previousHref || nextHref || shown ? (
    <nav className="pager row between" aria-label={label}>
      {previousHref ? (
        <AppLink href={previousHref} rel="prev" className="pager-link">
          <Icon name="left" />
          {uiMessages.list.previous}
        </AppLink>
      ) : (
        <span />
      )}
      {shown && <span className="muted">{shown}</span>}
      {nextHref ? (
        <AppLink href={nextHref} rel="next" className="pager-link">
          {uiMessages.list.next}
          <Icon name="right" />
        </AppLink>
      ) : (
        <span />
      )}
    </nav>
  ) : null

type SearchFormProps = {
  /** page that shows the results */
  action: string
  label: string
  name?: string
  defaultValue?: string
  hint?: string
  /** other search params that must stay */
  keep?: Readonly<Record<string, string | undefined>>
  /** more filters, inside the same form */
  children?: ReactNode
  clearHref?: string
}

/** Search of one list by GET: the address is the state. */
export const SearchForm = ({
  action,
  label,
  name = 'q',
  defaultValue,
  hint,
  keep = {},
  children,
  clearHref,
}: SearchFormProps) => {
  const id = `search-${name}`
  return (
    <search>
      <form action={action} method="get" className="search-form">
        {Object.entries(keep).map(([key, value]) =>
          value ? <input key={key} type="hidden" name={key} value={value} /> : null,
        )}
        <div className="field">
          <label htmlFor={id}>{label}</label>
          {hint && (
            <p className="hint" id={`${id}-hint`}>
              {hint}
            </p>
          )}
          <div className="input-wrap">
            <input
              className="input"
              id={id}
              name={name}
              type="search"
              defaultValue={defaultValue}
              aria-describedby={hint && `${id}-hint`}
              autoComplete="off"
            />
            <Icon name="search" />
          </div>
        </div>
        {children}
        <Button type="submit" inline>
          {uiMessages.list.search}
        </Button>
        {clearHref && <AppLink href={clearHref}>{uiMessages.list.clear}</AppLink>}
      </form>
    </search>
  )
}
