import { sendLineLink, takeBackLineLink } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { DefinitionList } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { LinePage } from '@/lib/baskets'
import { lineLinkMessages as m } from '@/lib/messages/pl/line-link'

/** The institution has nobody with an account: a link that shows this one line, and what became of the last one. */
export const Outside = ({ page: { line, link } }: { page: LinePage }) => {
  if (!link.maySend && !link.last) return null
  return (
    <Section id="bez-konta" title={m.title} lead={link.maySend ? m.lead : undefined}>
      <Sheet pad>
        <div className="stack">
          {link.last && <DefinitionList items={[{ term: m.last, value: m.state(link.last) }]} />}
          {link.maySend && (
            <ActionForm action={sendLineLink} label={m.send} submitLabel={m.send} submitVariant={2}>
              <FormHidden name="lineId" value={line.id} />
              <FormText
                name="email"
                type="email"
                label={m.email}
                hint={link.last?.endedWhy === null ? `${m.emailHint} ${m.replaces}` : m.emailHint}
                defaultValue={link.last?.recipient ?? link.email ?? ''}
                maxLength={254}
                required
              />
            </ActionForm>
          )}
          {link.last?.endedWhy === null && link.mayTakeBack && (
            <ActionForm
              action={takeBackLineLink}
              label={m.takeBack}
              submitLabel={m.takeBack}
              submitVariant="bad"
            >
              <FormHidden name="lineId" value={line.id} />
            </ActionForm>
          )}
        </div>
      </Sheet>
    </Section>
  )
}
