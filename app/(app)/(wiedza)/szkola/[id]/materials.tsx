import { addMaterial, removeMaterial } from '@/app/(app)/(wiedza)/szkola/actions'
import { AttachedFile } from '@/components/attachments/file-field'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { attachmentLimit, paperTypes } from '@/lib/attachments'
import { schoolMessages } from '@/lib/messages/pl/school'
import type { EventPage } from '@/lib/school'
import { paths } from '@/lib/web/paths'

const m = schoolMessages.page

/** A page elsewhere, or a file to save. */
const MaterialLink = ({
  eventId,
  material,
}: {
  eventId: string
  material: EventPage['materials'][number]
}) =>
  material.link ? (
    <a href={material.link} rel="noreferrer">
      {material.title}
    </a>
  ) : (
    <a href={paths.schoolMaterial(eventId, material.id)} download>
      {material.title}
    </a>
  )

/** What was handed out, and the form for more. */
export const Materials = ({ event }: { event: EventPage }) => (
  <Section id="materialy" title={m.materials}>
    <Sheet pad>
      {event.materials.length === 0 ? (
        <p className="muted">{m.materialsNone}</p>
      ) : (
        <Ledger
          rows={event.materials.map((one) => ({
            id: one.id,
            content: <MaterialLink eventId={event.id} material={one} />,
            end: event.may['school.removeMaterial'] ? (
              <ActionForm
                action={removeMaterial}
                submitLabel={m.materialRemove}
                submitVariant={2}
                label={`${m.materialRemove}: ${one.title}`}
                inline
                small
              >
                <FormHidden name="materialId" value={one.id} />
              </ActionForm>
            ) : undefined,
          }))}
        />
      )}
      {event.may['school.addMaterial'] && (
        <Disclosure summary={m.materialAdd}>
          <ActionForm
            action={addMaterial}
            submitLabel={m.materialAdd}
            submitVariant={2}
            label={m.materialAdd}
          >
            <FormHidden name="eventId" value={event.id} />
            <FormText name="title" label={m.materialTitle} maxLength={160} required />
            <FormText
              name="link"
              label={m.materialLink}
              hint={m.materialHint}
              inputMode="url"
              maxLength={500}
              optional
            />
            <AttachedFile types="papers" limit={attachmentLimit} accept={paperTypes} optional />
          </ActionForm>
        </Disclosure>
      )}
    </Sheet>
  </Section>
)
