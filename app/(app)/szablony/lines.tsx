import { frequencyNames, quantityText } from '@/lib/messages/pl/baskets'
import { templateMessages } from '@/lib/messages/pl/templates'
import type { LineInWords } from '@/lib/templates'

const m = templateMessages.line

const often = ({ frequency, quantity, unit }: LineInWords): string => {
  const rhythm = frequencyNames[frequency as keyof typeof frequencyNames] ?? frequency
  return quantity === null ? rhythm : `${quantityText(quantity, unit)} ${rhythm}`
}

/** One service of a template in a sentence: who gives it, how often, from when, for how long, who usually pays. */
export const LineText = ({ words }: { words: LineInWords }) => (
  <span>
    <b>{words.service}</b>
    <span className="block muted">
      {[
        m.kind(words.kind),
        often(words),
        m.start(words.startWeek),
        m.length(words.lengthWeeks),
        words.areas.length > 0 && m.areas(words.areas),
        words.funding && m.funding(words.funding),
        !words.offered && m.notOffered,
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  </span>
)
