import { type Column, DataTable } from '@/components/ui/data-table'
import { Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { formatDate, formatInstant } from '@/lib/format/dates'
import { categoryWords, consentMessages } from '@/lib/messages/pl/consents'
import { privacyMessages } from '@/lib/messages/pl/privacy'
import type { ConsentFile } from '@/lib/privacy'

const m = privacyMessages.file

type Consent = ConsentFile['consents'][number]
type Basis = ConsentFile['bases'][number]

const tones = {
  draft: 'wait',
  granted: 'done',
  refused: 'off',
  withdrawn: 'late',
  expired: 'mine',
  replaced: 'off',
} as const

const channelOf = (channel: string | null): string =>
  channel ? `, ${consentMessages.channels[channel] ?? channel}` : ''

export const Persons = ({ file }: { file: ConsentFile }) => (
  <Section id="osoby" title={m.persons}>
    <Sheet pad>
      <Ledger
        rows={file.persons.map((p) => ({
          id: String(p.no),
          content: [
            m.person(p.no),
            p.minor ? m.minor : null,
            p.takesPart ? null : m.notTaking,
            p.leftOn ? m.left(formatDate(p.leftOn)) : null,
          ]
            .filter(Boolean)
            .join(', '),
        }))}
      />
    </Sheet>
  </Section>
)

/** Institutions with their categories, of what was given or of what was refused. */
const placesOf = (scope: Consent['scope'], granted: boolean): [string, string][] => {
  const byInstitution = new Map<string, string[]>()
  for (const one of scope.filter((s) => s.granted === granted))
    byInstitution.set(one.institution, [
      ...(byInstitution.get(one.institution) ?? []),
      categoryWords[one.category].name,
    ])
  return [...byInstitution].map(([name, categories]) => [name, categories.join(', ')])
}

const Scope = ({ scope }: { scope: Consent['scope'] }) => (
  <>
    {placesOf(scope, true).map(([name, categories]) => (
      <div key={name}>
        {name}: {categories}
      </div>
    ))}
    {placesOf(scope, false).map(([name, categories]) => (
      <div key={`${name}-`} className="muted">
        {m.refusedScope}, {name}: {categories}
      </div>
    ))}
  </>
)

const Given = ({ consent }: { consent: Consent }) => (
  <>
    {consent.givenOn && formatDate(consent.givenOn)}
    {channelOf(consent.channel)}
    {consent.validTo && <div className="muted">{m.until(formatDate(consent.validTo))}</div>}
    {consent.withdrawnAt && (
      <div>
        {m.withdrawnAt(formatInstant(new Date(consent.withdrawnAt)), channelOf(consent.withdrawnChannel))}
      </div>
    )}
  </>
)

const consentColumns: readonly Column<Consent>[] = [
  { key: 'who', label: m.who, cell: (c) => m.person(c.person) },
  {
    key: 'standing',
    label: m.standing,
    cell: (c) => <StatusBadge tone={tones[c.standing]}>{m.standings[c.standing]}</StatusBadge>,
  },
  { key: 'signer', label: m.signer, cell: (c) => m.signers[c.signer] },
  { key: 'given', label: m.given, cell: (c) => <Given consent={c} /> },
  { key: 'scope', label: m.scope, cell: (c) => <Scope scope={c.scope} /> },
  { key: 'text', label: m.text, cell: (c) => c.textVersion },
]

export const Consents = ({ file }: { file: ConsentFile }) => (
  <Section id="zgody" title={m.consents}>
    <DataTable
      caption={m.consents}
      captionHidden
      rows={file.consents}
      rowId={({ id }) => id}
      columns={consentColumns}
      empty={<p className="soft">{m.noConsents}</p>}
    />
  </Section>
)

const periodOf = (one: { startsOn: Basis['startsOn']; endsOn: Basis['endsOn'] }): string =>
  one.endsOn ? m.range(formatDate(one.startsOn), formatDate(one.endsOn)) : m.from(formatDate(one.startsOn))

const basisColumns: readonly Column<Basis>[] = [
  { key: 'institution', label: m.institution, cell: (b) => b.institution },
  { key: 'who', label: m.who, cell: (b) => (b.person === null ? m.whole : m.person(b.person)) },
  { key: 'category', label: m.category, cell: (b) => categoryWords[b.category].name },
  { key: 'basis', label: m.basis, cell: (b) => consentMessages.basis.names[b.basis] },
  {
    key: 'period',
    label: m.period,
    cell: (b) =>
      [periodOf(b), b.endedAt && m.ended(formatInstant(new Date(b.endedAt)))].filter(Boolean).join(', '),
  },
]

export const Bases = ({ file }: { file: ConsentFile }) => (
  <Section id="podstawy" title={m.bases}>
    <DataTable
      caption={m.bases}
      captionHidden
      rows={file.bases}
      rowId={({ id }) => id}
      columns={basisColumns}
      empty={<p className="soft">{m.noBases}</p>}
    />
  </Section>
)

export const Institutions = ({ file }: { file: ConsentFile }) => (
  <Section id="instytucje" title={m.institutions}>
    {file.institutions.length === 0 ? (
      <p className="soft">{m.noInstitutions}</p>
    ) : (
      <Sheet pad>
        <Ledger rows={file.institutions.map((i) => ({ id: i.id, content: i.name, end: periodOf(i) }))} />
      </Sheet>
    )}
  </Section>
)

export const Clauses = ({ file }: { file: ConsentFile }) => (
  <Section id="klauzule" title={m.clauses}>
    {file.clauses.length === 0 ? (
      <p className="soft">{m.noClauses}</p>
    ) : (
      <Sheet pad>
        <Ledger
          rows={file.clauses.map((c) => ({
            id: c.id,
            content: `${m.person(c.person)}, ${m.clause(c.version)}`,
            end: `${formatDate(c.deliveredOn)}${channelOf(c.channel)}`,
          }))}
        />
      </Sheet>
    )}
  </Section>
)
