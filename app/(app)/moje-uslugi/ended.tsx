import { State } from '@/app/(app)/moje-uslugi/service-card'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { LineView } from '@/lib/baskets'
import { formatDate } from '@/lib/format/dates'
import { serviceMessages as m } from '@/lib/messages/pl/baskets'
import { paths } from '@/lib/web/paths'

const whoFor = (line: LineView): string =>
  line.beneficiaries.map((p) => p.name).join(', ') || (line.family ?? m.environment)

/** One row each: nothing is to be done with it any more. */
export const EndedLines = ({ lines, label }: { lines: readonly LineView[]; label?: string }) => (
  <Sheet pad>
    <ul className="ledger" aria-label={label}>
      {lines.map((line) => (
        <li key={line.id} className="row between">
          <span>
            <AppLink href={paths.myService(line.id)}>{line.title ?? line.service}</AppLink>
            <span className="soft block">
              {whoFor(line)}, {formatDate(line.statusSince)}
            </span>
          </span>
          <State line={line} />
        </li>
      ))}
    </ul>
  </Sheet>
)

/** What ended lately, and the way to what ended before. */
export const Ended = ({ lines, more }: { lines: readonly LineView[]; more: boolean }) => (
  <>
    {lines.length > 0 && (
      <Section id="zakonczone" title={m.ended}>
        <EndedLines lines={lines} />
      </Section>
    )}
    {more && (
      <p className="sec">
        <AppLink href={paths.myEndedServices()}>{m.endedEarlier.link}</AppLink>
      </p>
    )}
  </>
)
