import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon, type IconName } from '@/components/ui/icon'

export type NoticeTone = 'info' | 'warn' | 'bad' | 'good'

const notices: Readonly<Record<NoticeTone, { icon: IconName; tone?: string }>> = {
  info: { icon: 'info' },
  warn: { icon: 'warn', tone: 'is-mine' },
  bad: { icon: 'warn', tone: 'is-late' },
  good: { icon: 'check', tone: 'is-done' },
}

type NoticeProps = {
  tone?: NoticeTone
  icon?: IconName
  title?: ReactNode
  children?: ReactNode
  /** `status` for news that readers should hear, `alert` for what went wrong just now */
  role?: 'status' | 'alert'
  className?: string
}

/** A sentence that must not be missed: an icon and a ground, never the ground alone. */
export const Notice = ({ tone = 'info', icon, title, children, role, className }: NoticeProps) => (
  <div className={classNames('note', notices[tone].tone, className)} role={role}>
    <Icon name={icon ?? notices[tone].icon} />
    <div>
      {title && <b>{title}</b>} {children}
    </div>
  </div>
)

/** What was just done, told once; nothing where nothing was. */
export const DoneNotice = ({ children }: { children: string | undefined }) =>
  children ? (
    <Notice tone="good" role="status">
      {children}
    </Notice>
  ) : null

const arts = {
  basket: 'M12 36h64l-7 40H19zM28 36l14-22M60 36 46 14M24 50h40M22 63h44M34 38v36M44 38v36M54 38v36',
  cut: 'M6 44h26c4 0 4-8 8-8M82 44H58c-5 0-5 8-9 8M44 26v-8M54 30l5-6M34 62l-5 6M44 66v6',
  locked: 'M16 20h26l6 8h24v44H16zM36 50h16v14H36zM39 50v-5a5 5 0 0 1 10 0v5',
}

type EmptyStateProps = {
  /** basket: nothing yet; cut: it did not load; locked: not for this person */
  art?: keyof typeof arts
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  level?: 1 | 2 | 3
}

/** Nothing here, failed, or closed: says why and what to do. */
export const EmptyState = ({ art = 'basket', title, children, actions, level = 3 }: EmptyStateProps) => {
  const Heading = `h${level}` as const
  return (
    <div className="sheet empty">
      <svg
        className="art"
        viewBox="0 0 88 88"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      >
        <path d={arts[art]} />
      </svg>
      <Heading>{title}</Heading>
      {children && <div className="said">{children}</div>}
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}
