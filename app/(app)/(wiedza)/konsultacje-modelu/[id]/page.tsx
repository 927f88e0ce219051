import { Closing, Invitations } from '@/app/(app)/(wiedza)/konsultacje-modelu/[id]/keeping'
import { AllRemarks, OwnRemarks } from '@/app/(app)/(wiedza)/konsultacje-modelu/[id]/remarks'
import { ModelBadge } from '@/app/(app)/(wiedza)/konsultacje-modelu/parts'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { dateInWarsaw, formatDate } from '@/lib/format/dates'
import { modelDone, modelMessages } from '@/lib/messages/pl/model-consultations'
import { type ModelPage, readModelConsultation } from '@/lib/model-consultations'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = modelMessages.page
export const metadata = { title: modelMessages.title }

const Actions = ({ view }: { view: ModelPage }) => (
  <>
    <ModelBadge state={view.state} />
    {view.may['model.correct'] && !view.closedAt && (
      <LinkButton href={paths.modelConsultationEdit(view.id)} icon="edit" inline>
        {m.edit}
      </LinkButton>
    )}
    {view.may['model.export'] && (
      <a className="btn btn-inline" href={paths.modelConsultationFile(view.id)} download>
        {m.file}
      </a>
    )}
  </>
)

/** One consultation of the model: the text, remarks, and at the end what was taken and what was not. */
export default definePage({
  permission: 'model.read',
  render: async ({ params, search }) => {
    const view = await readPage((read) =>
      read(readModelConsultation, { modelConsultationId: params.id ?? '' }),
    )
    const text = <p className="whitespace-pre-line">{view.body}</p>
    return (
      <div className="task">
        <Crumbs
          items={[{ label: modelMessages.title, href: paths.modelConsultations() }, { label: view.title }]}
        />
        <PageHead
          title={view.title}
          lead={
            view.closedAt
              ? m.closedOn(formatDate(dateInWarsaw(view.closedAt)))
              : m.until(formatDate(view.endsOn))
          }
          actions={<Actions view={view} />}
        />
        <DoneNotice>{modelDone(search.zrobione)}</DoneNotice>
        {view.summary && (
          <Section id="podsumowanie" title={m.summary}>
            <Sheet pad>
              <p className="whitespace-pre-line">{view.summary}</p>
            </Sheet>
          </Section>
        )}
        <Section id="tekst" title={m.text} lead={view.issuer}>
          <Sheet pad>{view.closedAt ? <Disclosure summary={m.text}>{text}</Disclosure> : text}</Sheet>
        </Section>
        <OwnRemarks view={view} />
        <AllRemarks view={view} />
        <Closing view={view} />
        <Invitations view={view} />
      </div>
    )
  },
})
