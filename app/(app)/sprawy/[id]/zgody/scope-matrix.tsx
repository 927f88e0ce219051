import { PickMatrix } from '@/components/ui/pick-matrix'
import { type ConsentView, isSensitive, type Pair, pairValue, samePair } from '@/lib/consents'
import { categoryWords, consentMessages } from '@/lib/messages/pl/consents'
import { FieldMessage } from './field-message'
import { categories } from './words'

const m = consentMessages.form

const columns = categories.map((id) => ({
  id,
  label: categoryWords[id].short,
  group: isSensitive(id) ? m.sensitive : m.ordinary,
}))

type Props = { view: ConsentView; name: string; caption: string }

const reasonOf = (
  view: ConsentView,
  institution: ConsentView['institutions'][number],
): string | undefined => {
  if (institution.owner) return m.ownerReason
  if (institution.expert) return m.expertReason
  if (institution.receiver) return m.receiverReason
  const proposed = view.proposal.some((pair) => pair.institutionId === institution.id)
  return proposed ? (institution.purpose ?? undefined) : m.noReason
}

/** Institutions × categories to tick; what is proposed is ticked already. */
export const ScopeMatrix = ({ view, name, caption }: Props) => (
  <>
    <FieldMessage name={name} />
    <PickMatrix
      caption={caption}
      rowLabel={m.rowLabel}
      columns={columns}
      rows={view.institutions
        .filter((institution) => !institution.noPersonalData)
        .map((institution) => ({
          id: institution.id,
          name: institution.name,
          reason: reasonOf(view, institution),
          cells: categories.map((category) => {
            const pair: Pair = { institutionId: institution.id, category }
            return {
              columnId: category,
              name,
              value: pairValue(pair),
              checked: view.proposal.some((proposed) => samePair(proposed, pair)),
            }
          }),
        }))}
    />
  </>
)
