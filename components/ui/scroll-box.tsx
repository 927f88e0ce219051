import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

// a box that scrolls must be reachable by keyboard, or its far side is closed to people without a mouse
const reachable = { tabIndex: 0 }

/** A named box that scrolls sideways; `sheet` gives it the surface. */
export const ScrollBox = ({
  label,
  sheet,
  className,
  children,
}: {
  label: string
  sheet?: boolean
  className?: string
  children: ReactNode
}) => (
  <section {...reachable} aria-label={label} className={classNames(sheet && 'sheet', 'scroll', className)}>
    {children}
  </section>
)
