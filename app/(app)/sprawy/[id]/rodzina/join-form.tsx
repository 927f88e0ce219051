import { joinFamily } from '@/app/(app)/sprawy/[id]/rodzina/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormCheckbox, FormDate, FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FamilyView } from '@/lib/families'
import { familyMessages } from '@/lib/messages/pl/families'

const { join: m, form } = familyMessages

/** Somebody whom the own unit knows from another family, without typing the person again. */
export const JoinForm = ({ family }: { family: FamilyView }) => (
  <Section id="znana" title={m.title} lead={m.lead}>
    <Sheet pad>
      <ActionForm action={joinFamily} submitLabel={m.submit} submitVariant={2} label={m.title}>
        <FormHidden name="caseId" value={family.caseId} />
        <FormText name="pesel" label={form.pesel} hint={m.peselHint} width="medium" numeric optional />
        <div className="split split-2">
          <FormText name="familyName" label={form.familyName} optional />
          <FormDate name="bornOn" label={form.bornOn} optional />
          <FormSelect
            name="relationKey"
            label={form.relation}
            options={family.relations.map(({ key, name }) => ({ value: key, label: name }))}
            required
          />
          <FormDate name="since" label={form.since} optional />
        </div>
        <FormCheckbox name="livesTogether" label={form.livesTogether} defaultChecked />
        <p className="muted">{m.note}</p>
      </ActionForm>
    </Sheet>
  </Section>
)
