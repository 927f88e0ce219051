import { AppLink } from '@/components/ui/app-link'
import { DefinitionList } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { referralMessages } from '@/lib/messages/pl/referrals'

const m = referralMessages.sheet

type Choice = { key: string; namePl: string }
type View = {
  subject: keyof typeof m.subjects
  familyLabel: string
  reasonKeys: readonly string[]
  situation: string | null
  exhaustedMeans: string | null
  legalBasis: keyof typeof m.bases | null
  preConsentOn: IsoDate | null
  people: readonly { givenName: string; familyName: string; relationKey: string; bornOn: IsoDate | null }[]
}

/** A sent referral, to read and to print. */
export const ReferralSheet = ({
  view,
  reasons,
  relations,
  caseHref,
}: {
  view: View
  reasons: readonly Choice[]
  relations: readonly Choice[]
  caseHref: string | null
}) => {
  const nameOf = (list: readonly Choice[], key: string) =>
    list.find((entry) => entry.key === key)?.namePl ?? key
  return (
    <Sheet pad className="stack-4">
      <h2>{view.familyLabel}</h2>
      <DefinitionList
        items={[
          { term: m.subject, value: m.subjects[view.subject] },
          {
            term: m.people,
            value: view.people
              .map(
                (p) =>
                  `${p.givenName} ${p.familyName} (${nameOf(relations, p.relationKey)}${p.bornOn ? `, ${formatDate(p.bornOn)}` : ''})`,
              )
              .join('; '),
          },
          { term: m.reasons, value: view.reasonKeys.map((key) => nameOf(reasons, key)).join(', ') },
          { term: m.situation, value: view.situation },
          { term: m.exhausted, value: view.exhaustedMeans },
          { term: m.basis, value: view.legalBasis && m.bases[view.legalBasis] },
          { term: m.preConsent, value: view.preConsentOn && formatDate(view.preConsentOn) },
        ]}
      />
      {caseHref && <AppLink href={caseHref}>{referralMessages.view.toCase}</AppLink>}
    </Sheet>
  )
}
