import { AppLink } from '@/components/ui/app-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/page-head'
import { Muted, ToneText } from '@/components/ui/status'
import { type ConsentPerson, type ConsentView, type InstitutionAround, isSensitive } from '@/lib/consents'
import { formatDate } from '@/lib/format/dates'
import { consentMessages } from '@/lib/messages/pl/consents'
import { sightMessages } from '@/lib/messages/pl/sight'
import { paths } from '@/lib/web/paths'
import { listed, named } from './words'

const m = consentMessages.sees

const Cell = ({ person, institution }: { person: ConsentPerson; institution: InstitutionAround }) => {
  const open = person.open.filter((pair) => pair.institutionId === institution.id)
  if (!institution.owner)
    return open.length > 0 ? (
      <ToneText tone="done">{listed(open)}</ToneText>
    ) : (
      <ToneText tone="off">{m.nothing}</ToneText>
    )
  const sensitive = open.filter((pair) => isSensitive(pair.category))
  return (
    <>
      {m.owner}
      {sensitive.length > 0 && (
        <>
          <br />
          <ToneText tone="done">{m.ownerSensitive(listed(sensitive))}</ToneText>
        </>
      )}
    </>
  )
}

const PersonCell = ({ person }: { person: ConsentPerson }) => (
  <>
    {named(person.name)}
    {person.until && (
      <div>
        <Muted>{m.until(formatDate(person.until))}</Muted>
      </div>
    )}
    {person.conflict && (
      <div>
        <ToneText tone="late" icon="warn">
          {m.conflict}
        </ToneText>
      </div>
    )}
  </>
)

/** Persons × institutions in words: what each institution sees of each person today. */
export const WhoSees = ({ view }: { view: ConsentView }) => {
  const columns: Column<ConsentPerson>[] = [
    { key: 'person', label: m.person, cell: (person) => <PersonCell person={person} /> },
    ...view.institutions.map((institution) => ({
      key: institution.id,
      label: institution.name,
      cell: (person: ConsentPerson) => <Cell person={person} institution={institution} />,
    })),
    {
      key: 'clause',
      label: m.clause,
      cell: (person) =>
        person.clauseOn ? formatDate(person.clauseOn) : <ToneText tone="mine">{m.noClause}</ToneText>,
    },
  ]
  return (
    <Section
      id="kto-co-widzi"
      title={m.title}
      lead={m.lead}
      actions={<AppLink href={paths.caseSight(view.caseId)}>{sightMessages.link}</AppLink>}
    >
      <DataTable
        caption={m.title}
        captionHidden
        columns={columns}
        rows={view.persons}
        rowId={(person) => person.personId}
      />
    </Section>
  )
}
