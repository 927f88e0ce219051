import {
  correctTemplate,
  offerTemplate,
  restoreTemplate,
  retireTemplate,
  shareTemplate,
  unshareTemplate,
} from '@/app/(app)/szablony/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { templateMessages } from '@/lib/messages/pl/templates'
import type { TemplateView } from '@/lib/templates'

const m = templateMessages.view

const Target = ({ view }: { view: TemplateView }) => (
  <>
    <FormHidden name="templateId" value={view.id} />
    <FormHidden name="version" value={view.version} />
  </>
)

type OneProps = { view: TemplateView; action: FormAction; label: string; text?: string; offered?: boolean }

/** One step with one button, and what it means. */
const One = ({ view, action, label, text, offered }: OneProps) => (
  <div>
    {text && <p className="soft">{text}</p>}
    <ActionForm action={action} submitLabel={label} submitVariant={2} label={label} inline>
      <Target view={view} />
      {offered && <FormHidden name="offered" value="on" />}
    </ActionForm>
  </div>
)

const Correct = ({ view }: { view: TemplateView }) => (
  <Disclosure summary={m.correct}>
    <ActionForm action={correctTemplate} submitLabel={m.submitCorrect} label={m.correct}>
      <Target view={view} />
      <FormText
        name="name"
        label={templateMessages.make.name}
        hint={templateMessages.make.nameHint}
        defaultValue={view.name}
        maxLength={120}
      />
      <FormTextArea
        name="description"
        label={templateMessages.make.description}
        defaultValue={view.description ?? ''}
        rows={3}
        maxLength={600}
        optional
      />
      <FormSelect
        name="needKey"
        label={templateMessages.problem}
        defaultValue={view.needKey}
        options={view.problems}
      />
    </ActionForm>
  </Disclosure>
)

/** What the team does with a template that is in use. */
const TeamSteps = ({ view }: { view: TemplateView }) => (
  <>
    {view.may['template.correct'] && <Correct view={view} />}
    {view.may['template.offer'] && !view.offeredOn && (
      <One view={view} action={offerTemplate} label={m.offer} text={m.offerText} offered />
    )}
    {view.may['template.offer'] && view.offeredOn && !view.sharedOn && (
      <One view={view} action={offerTemplate} label={m.takeBack} />
    )}
    {view.may['template.retire'] && (
      <One view={view} action={retireTemplate} label={m.retire} text={m.retireText} />
    )}
  </>
)

const RegionSteps = ({ view }: { view: TemplateView }) => (
  <>
    {view.may['template.share'] && view.offeredOn && !view.sharedOn && (
      <One view={view} action={shareTemplate} label={m.share} text={m.shareText} />
    )}
    {view.may['template.unshare'] && view.sharedOn && (
      <One view={view} action={unshareTemplate} label={m.unshare} />
    )}
  </>
)

/** What this person may do with the template now. */
export const Steps = ({ view }: { view: TemplateView }) =>
  Object.values(view.may).some(Boolean) ? (
    <Section id="kroki" title={m.keep}>
      <Sheet pad className="stack-4">
        {view.retiredOn ? (
          view.may['template.restore'] && <One view={view} action={restoreTemplate} label={m.restore} />
        ) : (
          <>
            <TeamSteps view={view} />
            <RegionSteps view={view} />
          </>
        )}
      </Sheet>
    </Section>
  ) : null
