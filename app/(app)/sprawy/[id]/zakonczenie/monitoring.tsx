import { editMonitoring, moveMonitoring, recordMonitoring } from '@/app/(app)/sprawy/[id]/zakonczenie/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure, Timeline } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { endingMessages } from '@/lib/messages/pl/plans'
import { type EndingPage, moveReasons } from '@/lib/plans'

const m = endingMessages.monitoring

type Card = EndingPage['monitoring'][number]

const Fields = ({ page, card }: { page: EndingPage; card?: Card }) => (
  <>
    <FormDate name="heldOn" label={m.on} defaultValue={card?.heldOn ?? page.today} required />
    <FormTextArea
      name="summary"
      label={m.summary}
      defaultValue={card?.summary}
      rows={4}
      maxLength={4000}
      required
    />
    <FormSelect
      name="category"
      label={m.category}
      hint={m.categoryHint}
      options={page.keptUnder.choices}
      defaultValue={card?.category ?? page.keptUnder.suggested}
      required
    />
    <FormDate
      name="nextOn"
      label={m.next}
      hint={m.nextHint}
      defaultValue={card?.nextOn ?? undefined}
      optional
    />
  </>
)

const Mend = ({ page, card }: { page: EndingPage; card: Card }) => (
  <Disclosure summary={m.mend}>
    <ActionForm
      action={editMonitoring}
      submitLabel={m.mendButton}
      submitVariant={2}
      label={`${m.mend}: ${formatDate(card.heldOn)}`}
    >
      <FormHidden name="monitoringId" value={card.id} />
      <FormHidden name="version" value={card.version} />
      <Fields page={page} card={card} />
    </ActionForm>
  </Disclosure>
)

const weekWords = ({ from, to }: Pick<NonNullable<Card['week']>, 'from' | 'to'>): string => m.week(from, to)

const Move = ({ page, card }: { page: EndingPage; card: Card }) => (
  <Disclosure summary={m.move} open={card.week?.state === 'after'}>
    <ActionForm action={moveMonitoring} submitLabel={m.moveButton} submitVariant={2} label={m.move}>
      <FormHidden name="monitoringId" value={card.id} />
      <FormHidden name="version" value={card.version} />
      <FormDate name="toOn" label={m.moveTo} hint={m.nextHint} defaultValue={page.today} required />
      <FormSelect
        name="reason"
        label={m.moveReason}
        options={moveReasons.map((value) => ({ value, label: m.reasons[value] }))}
        required
      />
    </ActionForm>
  </Disclosure>
)

/** The next look by its week, in words without blame, and where it went before. */
const Next = ({ page, card }: { page: EndingPage; card: Card }) => (
  <>
    {card.week && <span className="muted block">{m.window[card.week.state](weekWords(card.week))}</span>}
    {!card.week && card.nextOn && <span className="muted block">{m.nextOn(card.nextOn)}</span>}
    {card.moves.map((move) => (
      <span key={move.id} className="muted block">
        {m.moved(weekWords(move.from), weekWords(move.to), m.reasons[move.reason])}
      </span>
    ))}
    {card.week && page.may.mendMonitoring && <Move page={page} card={card} />}
  </>
)

/** Short looks at the work, newest first, with a form for the next one. */
export const Monitoring = ({ caseId, page }: { caseId: string; page: EndingPage }) => (
  <Section id="monitoring" title={m.title} lead={m.lead}>
    <Sheet pad>
      {page.monitoring.length === 0 ? (
        <p className="muted">{m.empty}</p>
      ) : (
        <Timeline
          events={page.monitoring.map((card) => ({
            id: card.id,
            when: formatDate(card.heldOn),
            dateTime: card.heldOn,
            text: (
              <>
                <span className="pre">{card.summary}</span>
                <Next page={page} card={card} />
                {page.may.mendMonitoring && <Mend page={page} card={card} />}
              </>
            ),
          }))}
        />
      )}
      {page.may.monitor && (
        <Disclosure summary={m.button}>
          <ActionForm action={recordMonitoring} submitLabel={m.button} submitVariant={2} label={m.button}>
            <FormHidden name="caseId" value={caseId} />
            <Fields page={page} />
          </ActionForm>
        </Disclosure>
      )}
    </Sheet>
  </Section>
)
