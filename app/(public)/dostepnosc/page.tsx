import { DefinitionList } from '@/components/ui/lists'
import { PageHead, Section } from '@/components/ui/page-head'
import { type PlatformOperator, platformOperator } from '@/lib/declarations'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { declarations } from '@/lib/messages/pl/declarations'
import { definePublicPage } from '@/lib/web/define-page'

const m = declarations.accessibility
export const metadata = { title: m.title }

/** When this product was published, last changed in what the declaration speaks of, and the declaration reviewed. */
const days = {
  published: '2026-11-24',
  updated: '2026-11-25',
  prepared: '2026-11-25',
  reviewed: '2026-11-25',
} as const

const Day = ({ id, label, day }: { id: string; label: string; day: IsoDate }) => (
  <p>
    {label}:{' '}
    <time id={id} dateTime={day}>
      {formatDate(day)}
    </time>
  </p>
)

const Contact = ({ operator }: { operator: PlatformOperator }) => (
  <>
    <p className="mb-4">{m.contact}</p>
    <DefinitionList
      items={[
        { term: m.name, value: <span id="a11y-osoba">{operator.name}</span> },
        {
          term: m.address,
          value: [operator.street, [operator.postcode, operator.city].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', '),
        },
        {
          term: m.email,
          value: operator.email && (
            <a id="a11y-email" href={`mailto:${operator.email}`}>
              {operator.email}
            </a>
          ),
        },
        {
          term: m.phone,
          value: operator.phone && (
            <a id="a11y-telefon" href={`tel:${operator.phone}`}>
              {formatPhone(operator.phone)}
            </a>
          ),
        },
      ]}
    />
  </>
)

/** Declaration of accessibility (act of 4.04.2019, art. 10), with the element ids of the ministry's format. */
export default definePublicPage({
  because: 'the law demands it of everyone, signed in or not',
  render: async () => {
    const operator = await platformOperator()
    return (
      <div className="task" id="a11y-deklaracja">
        <PageHead title={m.title} />
        <p id="a11y-wstep">
          <span id="a11y-podmiot">{m.intro(operator?.name ?? m.someone)}</span>
        </p>
        <Day id="a11y-data-publikacja" label={m.published} day={days.published} />
        <Day id="a11y-data-aktualizacja" label={m.updated} day={days.updated} />
        <Section id="a11y-status" title={m.statusTitle}>
          <p>{m.status}</p>
          <Day id="a11y-data-sporzadzenie" label={m.prepared} day={days.prepared} />
          <Day id="a11y-data-przeglad" label={m.reviewed} day={days.reviewed} />
        </Section>
        <Section id="znane" title={m.knownTitle}>
          <p>{m.known}</p>
        </Section>
        <Section id="klawiatura" title={m.keysTitle}>
          <p>{m.keys}</p>
        </Section>
        <Section id="a11y-kontakt" title={m.contactTitle}>
          {operator ? <Contact operator={operator} /> : <p>{m.noContact}</p>}
        </Section>
        <Section id="a11y-procedura" title={m.procedureTitle}>
          <p>{m.procedure}</p>
          <p>
            {m.complaint}
            <a href="https://www.rpo.gov.pl">{m.ombudsman}</a>.
          </p>
        </Section>
        <Section id="a11y-architektura" title={m.buildingTitle}>
          <p>{m.building}</p>
        </Section>
      </div>
    )
  },
})
