import { PrintGate } from '@/components/cases/print-gate'
import { SectionHead } from '@/components/ui/page-head'
import { type ConsentPerson, type ConsentView, listConsents } from '@/lib/consents'
import { consentText, consentTextVersion } from '@/lib/messages/pl/consent-text'
import { consentMessages } from '@/lib/messages/pl/consents'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { printCheck } from '@/lib/web/print-check'
import { listed, named } from '../words'

const m = consentMessages.print
export const metadata = { title: m.title }

const Scope = ({ view }: { view: ConsentView }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{m.institution}</th>
        <th scope="col">{m.scope}</th>
        <th scope="col">{m.answer}</th>
      </tr>
    </thead>
    <tbody>
      {view.institutions
        .map(({ id, name }) => ({ id, name, pairs: view.proposal.filter((p) => p.institutionId === id) }))
        .filter(({ pairs }) => pairs.length > 0)
        .map(({ id, name, pairs }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{listed(pairs)}</td>
            <td />
          </tr>
        ))}
    </tbody>
  </table>
)

const Signatures = ({ person }: { person: ConsentPerson }) =>
  person.slots.map((slot) => (
    <div key={slot.signers.map(({ id }) => id).join(' ')} className="stack-4">
      {slot.signers.length > 1 && <p>{m.anyOne}</p>}
      {slot.signers.map((signer) => (
        <p key={signer.id}>
          {signer.id === 'court' ? m.court : m.signature(named(signer.name))} …………………………………………
        </p>
      ))}
    </div>
  ))

/** The sheet that a person, or the guardian, signs: plain words in large print (domain 8.5). */
const Card = ({ view, person }: { view: ConsentView; person: ConsentPerson }) => (
  <article className="card-a4 stack-4">
    <h3>{consentText.title}</h3>
    <p>
      <b>{m.about(named(person.name))}</b>
    </p>
    {consentText.paragraphs.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
    <Scope view={view} />
    <Signatures person={person} />
    <p>{m.text(consentTextVersion)}</p>
  </article>
)

export default definePage({
  permission: 'consent.record',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const { gate } = await printCheck(actor, { path: paths.caseConsentsPrint(caseId), caseId }, search)
    if (gate) return <PrintGate persons={gate.persons} whole={gate.whole} />
    const view = await listConsents.execute(actor, { caseId })
    return (
      <>
        <SectionHead title={m.title} lead={m.lead} />
        <div className="stack-8">
          {view.persons
            .filter((person) => person.takesPart)
            .map((person) => (
              <Card key={person.personId} view={view} person={person} />
            ))}
        </div>
      </>
    )
  },
})
