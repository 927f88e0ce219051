import { renameService, retireService } from '@/app/(app)/uslugi/wojewodztwo/actions'
import { NameField, SinceAndWhy } from '@/app/(app)/uslugi/wojewodztwo/fields'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { ServiceView } from '@/lib/catalogue'
import { formatDate } from '@/lib/format/dates'
import { overlayMessages } from '@/lib/messages/pl/overlay'
import { paths } from '@/lib/web/paths'

const m = overlayMessages.onService

const Rename = ({ service }: { service: ServiceView }) => (
  <Disclosure summary={m.rename}>
    <p className="soft">{m.renameLead}</p>
    <ActionForm action={renameService} submitLabel={m.submitRename} label={m.rename}>
      <FormHidden name="nationalKey" value={service.nationalKey} />
      <NameField />
      <SinceAndWhy startsOn={service.today} />
    </ActionForm>
  </Disclosure>
)

const Retire = ({ service }: { service: ServiceView }) => (
  <Disclosure summary={m.retire}>
    <p className="soft">{m.retireLead}</p>
    <ActionForm action={retireService} submitLabel={m.submitRetire} label={m.retire}>
      <FormHidden name="nationalKey" value={service.nationalKey} />
      <SinceAndWhy startsOn={service.today} />
    </ActionForm>
  </Disclosure>
)

/** One name and one retirement at a time: what is there already is corrected or ended on its own page. */
const Forms = ({ service }: { service: ServiceView }) => {
  const open = service.overlay.filter((e) => e.endedOn === null).map((e) => e.kind)
  return (
    <>
      {!open.includes('renamed') && <Rename service={service} />}
      {!open.includes('retired') && <Retire service={service} />}
    </>
  )
}

/** What the voivodeship made of this service; its ROPS gives it another name here or retires it. */
export const InTheRegion = ({ service }: { service: ServiceView }) => (
  <Section id="wojewodztwo" title={m.title}>
    <Sheet pad className="stack-4">
      {service.overlay.length === 0 ? (
        <p className="soft">{m.none}</p>
      ) : (
        <Ledger
          rows={service.overlay.map((e) => ({
            id: e.id,
            content: (
              <AppLink href={paths.overlayEntry(e.id)}>
                {[overlayMessages.kindLong[e.kind], e.name].filter(Boolean).join(': ')}
              </AppLink>
            ),
            end: (
              <span className="muted">
                {overlayMessages.from(formatDate(e.startsOn))}, {overlayMessages.state[e.state]}
              </span>
            ),
          }))}
        />
      )}
      {service.mayChange && <Forms service={service} />}
    </Sheet>
  </Section>
)
