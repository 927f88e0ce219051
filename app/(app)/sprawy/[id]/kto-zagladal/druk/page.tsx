import { notFound } from 'next/navigation'
import { PrintGate } from '@/components/cases/print-gate'
import { AppLink } from '@/components/ui/app-link'
import { SectionHead } from '@/components/ui/page-head'
import { familyLedger, type LedgerPlace, ledgerPlaces } from '@/lib/audit'
import { dateParts, formatDate, formatMonthName } from '@/lib/format/dates'
import { caseMessages } from '@/lib/messages/pl/cases'
import { ledgerMessages as m } from '@/lib/messages/pl/ledger'
import { roleNames } from '@/lib/messages/pl/roles'
import { today } from '@/lib/platform/clock'
import { caseHead } from '@/lib/web/case-head'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'
import { printCheck } from '@/lib/web/print-check'
import { Details } from './details'

export const metadata = { title: m.title }

/** The months under their year, so that the year is read once. */
const years = (place: LedgerPlace) =>
  [...new Set(place.months.map(({ month }) => dateParts(month).year))].map((year) => ({
    year,
    months: place.months
      .filter(({ month }) => dateParts(month).year === year)
      .map(({ month, times }) => m.times(formatMonthName(month), times)),
  }))

const whenText = (place: LedgerPlace): string =>
  [
    ...years(place).map(({ year, months }) => m.year(year, months)),
    ...(place.writes > 0 ? [m.writes(place.writes)] : []),
  ].join(' ')

const Place = ({ place }: { place: LedgerPlace }) => (
  <tr>
    <th scope="row">
      {place.institution ?? m.unknownPlace}
      <br />
      <span className="font-normal">
        {[...place.roles.map((role) => roleNames[role].toLowerCase()), m.people(place.people)].join(', ')}
      </span>
    </th>
    <td>
      {whenText(place)}
      <br />
      {m.why(place.purposes.map((purpose) => m.purposes[purpose]).join('; '))}
    </td>
  </tr>
)

/** The five that looked most; the others in one sentence, so that the sheet stays one page. */
const Places = ({ places }: { places: readonly LedgerPlace[] }) => (
  <>
    <table>
      <thead>
        <tr>
          <th scope="col">{m.who}</th>
          <th scope="col">{m.when}</th>
        </tr>
      </thead>
      <tbody>
        {places.slice(0, 5).map((place) => (
          <Place key={place.id} place={place} />
        ))}
      </tbody>
    </table>
    {places.length > 5 && (
      <p>
        {m.others(
          places
            .slice(5)
            .map((place) => `${place.institution ?? m.unknownPlace} (${whenText(place)})`)
            .join('; '),
        )}
      </p>
    )}
  </>
)

const Rights = () => (
  <>
    <h4>{m.rights.title}</h4>
    <p>{m.rights.text}</p>
  </>
)

export default definePage({
  permission: 'audit.ledger',
  render: async ({ actor, params, search }) => {
    const head = await caseHead(params.id ?? '')
    if (!head) notFound()
    const here = paths.caseLedger(head.id)
    const check = await printCheck(actor, { path: here, caseId: head.id }, search)
    if (check.gate) return <PrintGate persons={check.gate.persons} whole={check.gate.whole} />
    const places = ledgerPlaces(await familyLedger.execute(actor, { caseId: head.id }))
    const detailed = search.szczegoly === 'tak'
    return (
      <>
        <div className="noprint">
          <SectionHead
            title={m.title}
            lead={m.lead}
            actions={
              <>
                <AppLink
                  href={withParams(here, { dane: check.chosen, szczegoly: detailed ? undefined : 'tak' })}
                >
                  {detailed ? m.details.hide : m.details.show}
                </AppLink>
                <AppLink href={paths.caseAccess(head.id)}>{m.back}</AppLink>
              </>
            }
          />
        </div>
        <div className="stack-8">
          <article className="card-a4 one-page stack-4">
            <h3>{m.title}</h3>
            <p>{m.asOf(head.label ?? caseMessages.folder.environment, head.number, formatDate(today()))}</p>
            {places.length === 0 ? <p>{m.empty}</p> : <Places places={places} />}
            <Rights />
          </article>
          {detailed && places.length > 0 && <Details places={places} />}
        </div>
      </>
    )
  },
})
