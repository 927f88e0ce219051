import { CodedCase } from '@/app/(app)/konsultacje/[id]/coded'
import { answerConsultation } from '@/app/(app)/konsultacje/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type ConsultationView, readConsultation } from '@/lib/consultations'
import { formatInstant, todayInWarsaw } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { consultationMessages } from '@/lib/messages/pl/consultations'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = consultationMessages.read
export const metadata = { title: consultationMessages.list.title }

const Question = ({ view }: { view: ConsultationView }) => (
  <Section id="pytanie" title={m.question}>
    <Sheet pad>
      <p className="said">{view.question}</p>
      {view.askerPhone && (
        <p className="soft">
          {m.phone}: <a href={`tel:${view.askerPhone}`}>{formatPhone(view.askerPhone)}</a>
        </p>
      )}
    </Sheet>
  </Section>
)

const Answer = ({ view }: { view: ConsultationView }) => (
  <Section id="opinie" title={m.opinions}>
    <Sheet pad className="stack-4">
      {view.opinions.map((opinion) => (
        <div key={opinion.id}>
          <b>{formatInstant(opinion.at)}</b>
          <p className="said">{opinion.body}</p>
        </div>
      ))}
      <ActionForm action={answerConsultation} submitLabel={m.submit} label={m.answer}>
        <FormHidden name="consultationId" value={view.id} />
        <FormTextArea name="body" label={m.answer} hint={m.answerHint} rows={6} required />
      </ActionForm>
    </Sheet>
  </Section>
)

export default definePage({
  permission: 'consultation.read',
  render: async ({ actor, params }) => {
    const view = await readConsultation.execute(actor, { consultationId: params.id ?? '' })
    const title = m.title(todayInWarsaw(view.openedAt))
    return (
      <>
        <Crumbs items={[{ label: m.back, href: paths.consultations() }, { label: title }]} />
        <PageHead title={title} lead={m.lead(view.asker, view.endsOn)} />
        <Question view={view} />
        {view.coded.open ? (
          <CodedCase coded={view.coded} />
        ) : (
          <Notice tone="warn" title={m.closedTitle} className="mt-4">
            {m.closedText}
          </Notice>
        )}
        <Answer view={view} />
      </>
    )
  },
})
