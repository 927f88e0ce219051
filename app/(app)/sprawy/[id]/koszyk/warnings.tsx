import { justifyLine } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { LineView, LineWarning } from '@/lib/baskets'
import { categories } from '@/lib/catalogue'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { paths } from '@/lib/web/paths'

const m = basketMessages.warnings

export const categoryName = (key: string): string =>
  categories().dataCategories.find((c) => c.key === key)?.namePl ?? key

type Missing = { readonly personId: string | null; readonly category: string }

/** "Staś Wrzosek (Edukacja), Marta Wrzosek (Zdrowie)". */
export const missingText = (missing: readonly Missing[], nameOf: (personId: string) => string): string =>
  missing
    .map((item) =>
      m.consentItem(item.personId ? nameOf(item.personId) : m.family, categoryName(item.category)),
    )
    .join(', ')

type Props = {
  caseId: string
  warnings: readonly LineWarning[]
  lines: readonly LineView[]
  mayJustify: boolean
}

const nameOfLine = (line: LineView | undefined): string => line?.title ?? line?.service ?? ''

const words = (warning: LineWarning, lines: readonly LineView[]): string => {
  const line = lines.find((l) => l.id === warning.lineId)
  const name = nameOfLine(line)
  const provider = line?.provider.name ?? ''
  const people = lines.flatMap((l) => l.beneficiaries)
  switch (warning.kind) {
    case 'duplicate': {
      const others = lines.filter((l) => warning.otherIds.includes(l.id))
      return m.duplicate(name, others.map((l) => l.provider.name).join(', '))
    }
    case 'clash': {
      const others = lines.filter((l) => warning.otherIds.includes(l.id))
      return m.clash(name, others.map((l) => nameOfLine(l)).join(', '))
    }
    case 'notParty':
      return m.notParty(name, provider)
    case 'noConsent':
      return m.noConsent(
        name,
        provider,
        missingText(warning.missing, (id) => people.find((p) => p.id === id)?.name ?? m.family),
      )
    case 'nobodyAnswers':
      return m.nobodyAnswers(name, provider)
    case 'outsidePlan':
      return m.outsidePlan(name)
    case 'outsideAgreement':
      return m.outsideAgreement(name)
  }
}

const Justify = ({ warning, line }: { warning: LineWarning; line: LineView }) => (
  <Disclosure summary={m.justify}>
    <ActionForm action={justifyLine} submitLabel={m.justify} submitVariant={2} label={m.justify}>
      <FormHidden name="lineId" value={line.id} />
      <FormHidden name="version" value={line.version} />
      <FormHidden name="kind" value={warning.kind} />
      <FormText name="reason" label={m.reason} maxLength={300} required />
    </ActionForm>
  </Disclosure>
)

/** Each pair of twins is named once, on the later of the two. */
const once = (warnings: readonly LineWarning[]): LineWarning[] =>
  warnings.filter(
    (w, i) =>
      (w.kind !== 'duplicate' && w.kind !== 'clash') ||
      !warnings.some((x, j) => j < i && x.kind === w.kind && w.otherIds.includes(x.lineId)),
  )

/** What must be explained before questions go out or the plan is signed, and what is only worth knowing. */
export const Warnings = ({ caseId, warnings, lines, mayJustify }: Props) => {
  const shown = once(warnings).sort((a, b) => Number(b.blocking) - Number(a.blocking))
  if (shown.length === 0) return null
  return (
    <Section id="ostrzezenia" title={m.title}>
      <Sheet pad>
        <ul className="ledger">
          {shown.map((warning) => {
            const line = lines.find((l) => l.id === warning.lineId)
            const justifiable = warning.kind === 'duplicate' || warning.kind === 'notParty'
            return (
              <li key={`${warning.kind}-${warning.lineId}`}>
                <ToneText tone={warning.blocking ? 'late' : 'mine'}>{words(warning, lines)}</ToneText>
                {mayJustify && line && warning.blocking && justifiable && (
                  <Justify warning={warning} line={line} />
                )}
                {warning.kind === 'noConsent' && (
                  <div>
                    <AppLink href={paths.caseConsents(caseId)}>{m.toConsents}</AppLink>
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      </Sheet>
    </Section>
  )
}
