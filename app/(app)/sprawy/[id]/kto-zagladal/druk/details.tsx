import type { LedgerPlace } from '@/lib/audit'
import { formatMonth } from '@/lib/format/dates'
import { ledgerMessages as m } from '@/lib/messages/pl/ledger'
import { actionName } from '@/lib/messages/pl/use-cases'

/** On request: every person with the month and the action. */
export const Details = ({ places }: { places: readonly LedgerPlace[] }) => (
  <article className="card-a4 stack-4">
    <h3>{m.details.title}</h3>
    {places.map((place) => (
      <div key={place.id}>
        <h4>{place.institution ?? m.unknownPlace}</h4>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.details.month}</th>
              <th scope="col">{m.details.person}</th>
              <th scope="col">{m.details.what}</th>
              <th scope="col">{m.details.times}</th>
            </tr>
          </thead>
          <tbody>
            {place.entries.map((e) => (
              <tr key={`${e.month} ${e.actorId ?? e.person} ${e.action} ${e.kind}`}>
                <th scope="row">{formatMonth(e.month)}</th>
                <td>{e.person ?? m.details.byLink}</td>
                <td>{actionName(e.action)}</td>
                <td>{e.times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ))}
  </article>
)
