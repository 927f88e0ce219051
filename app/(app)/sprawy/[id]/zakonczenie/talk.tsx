import { recordTalk, skipTalk } from '@/app/(app)/sprawy/[id]/zakonczenie/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import {
  FormChoices,
  FormDate,
  FormHidden,
  FormSelect,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { noTalkNames } from '@/lib/messages/pl/closing'
import { talkMessages as m } from '@/lib/messages/pl/talk'
import type { ClosingTalk, EndingPage } from '@/lib/plans'
import { paths } from '@/lib/web/paths'

type Props = { caseId: string; page: EndingPage }

/** A talk as it was recorded, or why there was none. */
const Reading = ({ talk }: { talk: ClosingTalk }) => (
  <DefinitionList
    items={
      talk.notHeldKey
        ? [
            { term: m.notHeld, value: noTalkNames[talk.notHeldKey] },
            { term: m.note, value: talk.notHeldNote },
          ]
        : [
            { term: m.on, value: talk.heldOn && formatDate(talk.heldOn) },
            { term: m.persons, value: talk.persons.join(', ') },
            { term: m.others, value: talk.others },
            { term: m.helped, value: talk.helped && <span className="pre">{talk.helped}</span> },
            { term: m.result, value: talk.result && <span className="pre">{talk.result}</span> },
            { term: m.satisfaction, value: talk.satisfaction },
            { term: m.stays, value: talk.stays && <span className="pre">{talk.stays}</span> },
            { term: m.call, value: talk.callWhom && <span className="pre">{talk.callWhom}</span> },
          ]
    }
  />
)

const Words = ({ talk }: { talk: ClosingTalk | null }) => (
  <>
    <FormTextArea
      name="helped"
      label={m.helped}
      defaultValue={talk?.helped ?? ''}
      rows={4}
      maxLength={4000}
      required
    />
    <FormTextArea
      name="result"
      label={m.result}
      defaultValue={talk?.result ?? ''}
      rows={2}
      maxLength={2000}
      optional
    />
    <FormChoices
      name="satisfaction"
      legend={m.satisfaction}
      options={[1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: String(n) }))}
      defaultValue={talk?.satisfaction ? String(talk.satisfaction) : ''}
      chips
    />
    <FormTextArea
      name="stays"
      label={m.stays}
      defaultValue={talk?.stays ?? ''}
      rows={2}
      maxLength={2000}
      optional
    />
    <FormTextArea
      name="callWhom"
      label={m.call}
      hint={m.callHint}
      defaultValue={talk?.callWhom ?? ''}
      rows={2}
      maxLength={500}
      optional
    />
  </>
)

const Form = ({ caseId, page }: Props) => (
  <ActionForm action={recordTalk} submitLabel={m.button} submitVariant={2} label={m.title}>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="version" value={page.talk?.version ?? 0} />
    <FormDate name="heldOn" label={m.on} defaultValue={page.talk?.heldOn ?? page.today} required />
    {page.persons.length > 0 && (
      <FormChoices
        name="personIds"
        legend={m.persons}
        options={page.persons}
        defaultValue={page.talk?.personIds ?? []}
        multiple
        columns
      />
    )}
    <FormText
      name="others"
      label={m.others}
      defaultValue={page.talk?.others ?? ''}
      maxLength={300}
      optional
    />
    <Words talk={page.talk} />
    <FormSelect
      name="category"
      label={m.category}
      hint={m.categoryHint}
      options={page.keptUnder.choices}
      defaultValue={page.talk?.helped ? page.talk.category : page.keptUnder.suggested}
      required
    />
  </ActionForm>
)

const Skip = ({ caseId, page }: Props) => (
  <Disclosure summary={m.skip}>
    <ActionForm action={skipTalk} submitLabel={m.skipButton} submitVariant={2} label={m.skip}>
      <FormHidden name="caseId" value={caseId} />
      <FormHidden name="version" value={page.talk?.version ?? 0} />
      <FormSelect
        name="notHeldKey"
        label={m.why}
        options={Object.entries(noTalkNames).map(([value, label]) => ({ value, label }))}
        defaultValue={page.talk?.notHeldKey ?? ''}
        required
      />
      <FormTextArea
        name="notHeldNote"
        label={m.note}
        defaultValue={page.talk?.notHeldNote ?? ''}
        rows={2}
        maxLength={1000}
        optional
      />
    </ActionForm>
  </Disclosure>
)

const Writing = (props: Props) => {
  const evaluating = props.page.status === 'evaluation'
  return (
    <>
      <Disclosure summary={props.page.talk ? m.mend : m.button} open={evaluating && !props.page.talk}>
        <Form {...props} />
      </Disclosure>
      <Skip {...props} />
    </>
  )
}

/** The talk that ends the work: what helped, what stays, whom to call; or why there was none. */
export const Talk = ({ caseId, page }: Props) =>
  page.talk || page.may.talk ? (
    <Section id="rozmowa" title={m.title} lead={m.lead}>
      <Sheet pad className="stack-4">
        {page.talk ? <Reading talk={page.talk} /> : <p className="muted">{m.none}</p>}
        {page.talk?.heldOn && page.may.printTalk && (
          <p>
            <AppLink href={paths.caseEndingPrint(caseId)}>{m.print}</AppLink>
          </p>
        )}
        {page.may.talk && <Writing caseId={caseId} page={page} />}
        {page.earlierTalks.map((talk) => (
          <Disclosure key={talk.id} summary={m.earlier}>
            <Reading talk={talk} />
          </Disclosure>
        ))}
      </Sheet>
    </Section>
  ) : null
