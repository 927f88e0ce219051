type ProgressDotsProps = {
  /** hundredths: what took place, what is planned, how much each time */
  delivered: number
  planned: number
  each: number
}

// more than two rows of dots would be counted by nobody
const most = 40

/** A dot a meeting, full where it took place. Only a picture: the sentence beside it says the same. */
export const ProgressDots = ({ delivered, planned, each }: ProgressDotsProps) => {
  const all = Math.round(planned / each)
  if (all < 2 || all > most) return null
  const full = Math.min(all, Math.floor(delivered / each))
  return (
    <span className="dots" aria-hidden="true">
      {Array.from({ length: all }, (_, n) => n + 1).map((meeting) => (
        <i key={meeting} className={meeting <= full ? 'dot full' : 'dot'} />
      ))}
    </span>
  )
}
