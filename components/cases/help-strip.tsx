import { Section } from '@/components/ui/page-head'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { helpMessages as m } from '@/lib/messages/pl/help-times'

type Step = {
  readonly step: keyof typeof m.steps
  readonly on: IsoDate | null
  readonly days: number | null
}
type HelpStripProps = { help: { readonly referredOn: IsoDate; readonly steps: readonly Step[] } }

/** Referral, first contact, plan, first service: when, and after how many working days. */
export const HelpStrip = ({ help }: HelpStripProps) => (
  <Section id="czas-do-pomocy" title={m.title} level={3} className="mb-4">
    <dl className="facts">
      {help.steps.map(({ step, on, days }) => (
        <div key={step}>
          <dt>{m.steps[step]}:</dt>{' '}
          <dd>
            {on ? formatDate(on) : m.notYet}
            {days !== null && <span className="block soft">{m.days(days)}</span>}
          </dd>
        </div>
      ))}
    </dl>
    <p className="muted mt-2">
      {m.referred(formatDate(help.referredOn))}. {m.definition}
    </p>
  </Section>
)
