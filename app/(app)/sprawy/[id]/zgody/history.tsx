import { withdrawConsent } from '@/app/(app)/sprawy/[id]/zgody/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormChoices, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure, Timeline } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { Tone } from '@/components/ui/status'
import type { ConsentEntry, ConsentStatus, ConsentView } from '@/lib/consents'
import { formatDate, formatInstant } from '@/lib/format/dates'
import { consentMessages } from '@/lib/messages/pl/consents'
import { paths } from '@/lib/web/paths'
import { channelOptions } from './consent-form'
import { Scans } from './scans'
import { listedByPlace, named } from './words'

const m = consentMessages.history

const tones: Readonly<Record<ConsentStatus, Tone>> = {
  draft: 'wait',
  granted: 'done',
  refused: 'late',
  withdrawn: 'late',
  expired: 'off',
  replaced: 'off',
}

/** One step: the whole consent or one institution, and how it was said. */
const Withdraw = ({ view, entry }: { view: ConsentView; entry: ConsentEntry }) => {
  const w = consentMessages.withdraw
  const places = view.places.filter(({ id }) => entry.granted.some((pair) => pair.institutionId === id))
  return (
    <Disclosure summary={w.open}>
      <ActionForm
        action={withdrawConsent}
        submitLabel={w.submit}
        submitVariant="bad"
        label={w.label(named(entry.person))}
      >
        <FormHidden name="caseId" value={view.caseId} />
        <FormHidden name="consentId" value={entry.id} />
        <FormSelect
          name="institutionId"
          label={w.scope}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={w.all}
          width="medium"
        />
        <FormChoices
          name="channel"
          legend={w.channel}
          options={channelOptions}
          defaultValue="oral_noted"
          chips
        />
        <p className="muted">{w.note}</p>
      </ActionForm>
    </Disclosure>
  )
}

const signature = (entry: ConsentEntry): string | null => {
  if (entry.courtDecision) return m.court(entry.courtDecision)
  return entry.signedById === null ? null : m.signedBy(named(entry.signedBy))
}

const Entry = ({ view, entry }: { view: ConsentView; entry: ConsentEntry }) => {
  const refused = listedByPlace(view, entry.refused)
  const given = entry.standing === 'draft' ? '' : listedByPlace(view, entry.granted)
  const scope = given && (
    <>
      <p className="soft">{given}</p>
      {refused && <p className="soft">{m.refusedPart(refused)}</p>}
    </>
  )
  const about = [
    signature(entry),
    m.text(entry.textVersion),
    entry.validTo && m.until(formatDate(entry.validTo)),
    entry.withdrawnAt &&
      m.withdrawn(
        formatInstant(entry.withdrawnAt),
        consentMessages.channels[entry.withdrawnChannel ?? ''] ?? '',
      ),
  ]
  return (
    <>
      <p>
        <b>
          {named(entry.person)}
          {': '}
          {m.standing[entry.standing]}
        </b>
      </p>
      <p className="soft">{about.filter(Boolean).join(', ')}</p>
      {entry.standing === 'granted' ? scope : scope && <Disclosure summary={m.scope}>{scope}</Disclosure>}
      {entry.standing !== 'draft' && <Scans view={view} entry={entry} />}
      {entry.standing === 'granted' && view.may['consent.withdraw'] && <Withdraw view={view} entry={entry} />}
    </>
  )
}

const whenOf = (entry: ConsentEntry): string =>
  [entry.givenOn && formatDate(entry.givenOn), entry.channel && consentMessages.channels[entry.channel]]
    .filter(Boolean)
    .join(', ')

/** Every answer with its end; an answer in force can be withdrawn here. */
export const History = ({ view }: { view: ConsentView }) => (
  <Section
    id="historia-zgod"
    title={m.title}
    lead={m.lead}
    actions={
      view.history.some((entry) => entry.closed.length > 0) && (
        <AppLink href={paths.caseConsentsTell(view.caseId)}>{consentMessages.tell.link}</AppLink>
      )
    }
  >
    <Sheet pad>
      {view.history.length === 0 ? (
        <p className="muted">{m.empty}</p>
      ) : (
        <Timeline
          events={view.history.map((entry) => ({
            id: entry.id,
            when: whenOf(entry),
            dateTime: entry.givenOn ?? undefined,
            tone: tones[entry.standing],
            text: <Entry view={view} entry={entry} />,
          }))}
        />
      )}
    </Sheet>
  </Section>
)
