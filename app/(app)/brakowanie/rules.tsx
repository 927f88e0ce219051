import { endHold, setHold, setRetention } from '@/app/(app)/brakowanie/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { destructionMessages as m } from '@/lib/messages/pl/destruction'
import type { DestructionView, ListedCase, TermView } from '@/lib/retention'

const Held = ({ one, may }: { one: ListedCase; may: DestructionView['may'] }) =>
  one.hold && (
    <li className="row between">
      <span>
        <b className="num">{one.number}</b>{' '}
        {one.hold.from && <span className="soft">{m.held.from(formatDate(one.hold.from))}</span>}
        <br />
        {one.hold.reason}
      </span>
      {may['hold.end'] && (
        <ActionForm
          action={endHold}
          submitLabel={m.held.end}
          label={m.held.endOf(one.number)}
          submitVariant={3}
          inline
          small
        >
          <FormHidden name="holdId" value={one.hold.id} />
        </ActionForm>
      )}
    </li>
  )

/** Cases that must not go for now, and why. */
export const Holds = ({ view }: { view: DestructionView }) => (
  <Section id="wstrzymane" title={m.held.title} lead={m.held.lead}>
    <Sheet pad className="stack-4">
      {view.held.length === 0 ? (
        <p className="soft">{m.held.none}</p>
      ) : (
        <ul className="ledger">
          {view.held.map((one) => (
            <Held key={one.id} one={one} may={view.may} />
          ))}
        </ul>
      )}
      {view.may['hold.set'] && (
        <Disclosure summary={m.held.set}>
          <ActionForm action={setHold} submitLabel={m.held.submit} label={m.held.set} submitVariant={2}>
            <FormText name="number" label={m.held.number} width="medium" required />
            <FormTextArea name="reason" label={m.held.reason} hint={m.held.reasonHint} rows={2} required />
          </ActionForm>
        </Disclosure>
      )}
    </Sheet>
  </Section>
)

const Term = ({ term, may }: { term: TermView; may: DestructionView['may'] }) => (
  <li className="stack-4">
    <span>
      <b>{m.terms.kinds[term.kind]}</b>: {m.terms.says[term.kind](term.length)},{' '}
      {m.terms.klassOf(term.classLabel)}
    </span>
    {may['retention.set'] && (
      <Disclosure summary={m.terms.change}>
        <ActionForm
          action={setRetention}
          submitLabel={m.terms.submit}
          label={m.terms.changeOf(m.terms.kinds[term.kind])}
          submitVariant={2}
        >
          <FormHidden name="kind" value={term.kind} />
          <FormHidden name="version" value={term.version} />
          <FormText
            name="length"
            label={m.terms.lengths[term.kind]}
            defaultValue={String(term.length)}
            width="short"
            numeric
            required
          />
          <FormText
            name="classLabel"
            label={m.terms.klass}
            defaultValue={term.classLabel}
            width="short"
            required
          />
        </ActionForm>
      </Disclosure>
    )}
  </li>
)

/** How long this unit keeps the files. */
export const Terms = ({ view }: { view: DestructionView }) => (
  <Section id="okresy" title={m.terms.title} lead={m.terms.lead}>
    <Sheet pad>
      <ul className="ledger">
        {view.terms.map((term) => (
          <Term key={term.kind} term={term} may={view.may} />
        ))}
      </ul>
    </Sheet>
  </Section>
)
