import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

type SheetProps = {
  children: ReactNode
  /** inner padding; leave out when the sheet holds a table or rows of its own */
  pad?: boolean
  as?: 'div' | 'section' | 'article' | 'aside'
  labelledBy?: string
  id?: string
  className?: string
}

/** The only surface: white, one thin line, no shadow. */
export const Sheet = ({ children, pad, as: Tag = 'div', labelledBy, id, className }: SheetProps) => (
  <Tag id={id} aria-labelledby={labelledBy} className={classNames('sheet', pad && 'pad', className)}>
    {children}
  </Tag>
)
