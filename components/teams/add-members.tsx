import { InstitutionName } from '@/components/institutions/institution-name'
import { AnnexFields } from '@/components/teams/annexes'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormCombobox } from '@/components/ui/combobox'
import { FormCheckbox, FormDate, FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import type { FormAction } from '@/lib/format/form-state'
import { type groupNames, teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.members

type Place = {
  key: string
  name: string
  group: keyof typeof groupNames
  missing: boolean
  institutions: readonly { id: string; name: string }[]
}
type AddProps = { teamId: string; version: number; places: readonly Place[]; src: string; action: FormAction }

/** Founding parties: known ones of the gmina to tick, any other by search, new ones by name. */
export const AddMembersForm = ({ teamId, version, places, src, action }: AddProps) => {
  const known = places.filter((p) => p.institutions.length > 0)
  const fresh = places.filter(
    (p) => p.missing && p.institutions.length === 0 && ['core', 'required', 'frequent'].includes(p.group),
  )
  return (
    <ActionForm action={action} submitLabel={m.submitAdd} submitVariant={2} label={m.add}>
      <FormHidden name="teamId" value={teamId} />
      <FormHidden name="version" value={version} />
      <FormCombobox name="more.0" label={m.known} src={src} />
      {known.length > 0 && (
        <Disclosure summary={m.nearby}>
          <div className="picks">
            {known.flatMap((place) =>
              place.institutions.map((i) => (
                <FormCheckbox
                  key={`${place.key}${i.id}`}
                  name="members"
                  id={`a-${place.key}-${i.id}`}
                  value={i.id}
                  label={i.name}
                  hint={place.name}
                />
              )),
            )}
          </div>
        </Disclosure>
      )}
      {fresh.length > 0 && (
        <Disclosure summary={m.fresh} open={fresh.some((p) => p.group === 'core' || p.group === 'required')}>
          <div className="stack-4">
            {fresh.map((place) => (
              <InstitutionName
                key={place.key}
                name={`fresh.${place.key}.name`}
                confirmName={`fresh.${place.key}.confirmed`}
                useName={`fresh.${place.key}.known`}
                label={place.name}
              />
            ))}
          </div>
        </Disclosure>
      )}
    </ActionForm>
  )
}

type AnnexProps = {
  teamId: string
  version: number
  src: string
  /** where an institution that the registry does not know is written down first */
  newHref: string
  action: FormAction
}

/** A party that joins an active team by an annex. */
export const AccessionForm = ({ teamId, version, src, newHref, action }: AnnexProps) => (
  <ActionForm action={action} submitLabel={m.submitAccession} submitVariant={2} label={m.accession}>
    <FormHidden name="teamId" value={teamId} />
    <FormHidden name="version" value={version} />
    <FormCombobox
      name="institutionId"
      label={m.known}
      hint={
        <>
          {m.notKnown} <AppLink href={newHref}>{m.register}</AppLink>
        </>
      }
      src={src}
      required
    />
    <FormDate name="signedOn" label={teamMessages.agreement.signedOn} required />
    <FormText name="signedByName" label={teamMessages.agreement.signedBy} required maxLength={120} />
    <AnnexFields />
  </ActionForm>
)
