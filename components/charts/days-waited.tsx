import type { ReactNode } from 'react'

/** Half of the bar is the term, the other half is delay; the words below say the same. */
const half = 7

/**
 * How long somebody has waited: plain up to the term (the line in the middle), hatched after it. A delay longer than
 * the term itself fills the bar; the words carry the number.
 */
export const DaysWaited = ({
  days,
  limit,
  children,
}: {
  days: number
  limit: number
  children: ReactNode
}) => {
  const within = (Math.min(days, limit) / limit) * half
  const over = Math.min(Math.max(0, days - limit), half)
  return (
    <span className="days" style={{ '--d': within + over }}>
      <span className="b" aria-hidden="true">
        <i />
        {over > 0 && <i />}
      </span>
      {children}
    </span>
  )
}
