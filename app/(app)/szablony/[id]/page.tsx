import { Steps } from '@/app/(app)/szablony/[id]/steps'
import { LineText } from '@/app/(app)/szablony/lines'
import { DefinitionList, Ledger } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { templateDone, templateMessages } from '@/lib/messages/pl/templates'
import { readTemplate, type TemplateView } from '@/lib/templates'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = templateMessages.view
export const metadata = { title: templateMessages.title }

const stateOf = (view: TemplateView): string =>
  view.retiredOn
    ? templateMessages.state.retired(formatDate(view.retiredOn))
    : view.sharedOn
      ? templateMessages.state.shared
      : view.offeredOn
        ? templateMessages.state.offered
        : ''

/** One template: what it holds, and what may be done with it. */
export default definePage({
  permission: 'template.read',
  render: async ({ actor, params, search }) => {
    const view = await readTemplate.execute(actor, { templateId: params.id ?? '' })
    const done = templateDone(search.zrobione)
    return (
      <>
        <Crumbs items={[{ label: templateMessages.title, href: paths.templates() }, { label: view.name }]} />
        <PageHead title={view.name} lead={view.description} />
        <DoneNotice>{done}</DoneNotice>
        <Sheet pad>
          <DefinitionList
            items={[
              { term: templateMessages.problem, value: view.problem },
              { term: m.team, value: view.team ?? templateMessages.region },
              { term: templateMessages.stateTerm, value: stateOf(view) },
            ]}
          />
        </Sheet>
        <Section id="uslugi" title={m.lines}>
          <Sheet pad>
            <Ledger
              rows={view.lines.map((line) => ({ id: line.id, content: <LineText words={line.words} /> }))}
            />
          </Sheet>
        </Section>
        <Steps view={view} />
      </>
    )
  },
})
