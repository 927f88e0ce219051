import { InstitutionName } from '@/components/institutions/institution-name'
import { FormCombobox } from '@/components/ui/combobox'
import { FormCheckbox } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { groupNames, teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.create

type Institution = { id: string; name: string }
type Place = {
  key: string
  name: string
  group: keyof typeof groupNames
  institutions: readonly Institution[]
  ticked: boolean
  share: number
}
type ChoiceProps = {
  places: readonly Place[]
  teamsInRegion: number
  /** address that searches the whole registry for parties */
  src: string
}

const Known = ({ place }: { place: Place }) =>
  place.institutions.map((institution) => (
    <FormCheckbox
      key={institution.id}
      name="members"
      id={`m-${place.key}-${institution.id}`}
      value={institution.id}
      label={institution.name}
      hint={place.name}
      defaultChecked={place.ticked}
    />
  ))

const Core = ({ place }: { place: Place }) =>
  place.institutions.length > 0 ? (
    <Known place={place} />
  ) : (
    <InstitutionName
      name={`fresh.${place.key}.name`}
      confirmName={`fresh.${place.key}.confirmed`}
      useName={`fresh.${place.key}.known`}
      label={place.name}
      hint={<ToneText tone="late">{m.coreMissing}</ToneText>}
    />
  )

/** Kinds that usually sit in a team and that the registry does not know here, most common in the region first. */
const Unknown = ({ places, teamsInRegion }: Omit<ChoiceProps, 'src'>) => (
  <div className="stack-4">
    <p className="hint">{m.freshHint}</p>
    {[...places]
      .sort((a, b) => b.share - a.share)
      .map((place) => (
        <InstitutionName
          key={place.key}
          name={`fresh.${place.key}.name`}
          confirmName={`fresh.${place.key}.confirmed`}
          useName={`fresh.${place.key}.known`}
          label={place.name}
          hint={place.share > 0 ? m.share(place.share, teamsInRegion) : undefined}
        />
      ))}
  </div>
)

/** Institutions that serve another gmina, found in the whole registry. */
const Elsewhere = ({ src }: { src: string }) => (
  <div className="pad">
    <h3>{m.elsewhere}</h3>
    <p className="hint mb-2">{m.elsewhereHint}</p>
    <div className="stack-4">
      <FormCombobox name="more.0" label={m.otherKnown(1)} src={src} />
      <FormCombobox name="more.1" label={m.otherKnown(2)} src={src} />
    </div>
  </div>
)

/** Who is to sit in the team: known institutions ticked beforehand, names for those that the registry does not know. */
export const CompositionChoice = ({ places, teamsInRegion, src }: ChoiceProps) => {
  const known = new Set(places.flatMap((p) => p.institutions.map((i) => i.id))).size
  const of = (group: Place['group']) => places.filter((p) => p.group === group)
  const frequent = of('frequent')
  const unknown = frequent.filter((p) => p.institutions.length === 0)
  const rest = places.filter(
    (p) => ['optional', 'noPersonalData', 'support'].includes(p.group) && p.institutions.length > 0,
  )
  return (
    <Sheet as="section" labelledBy="sklad">
      <div className="pad">
        <h2 id="sklad">{m.composition}</h2>
        <p className="soft">
          {m.compositionLead(known)} {m.usually}
        </p>
      </div>
      <hr />
      <div className="pad picks">
        <h3>{groupNames.core}</h3>
        {of('core').map((place) => (
          <Core key={place.key} place={place} />
        ))}
      </div>
      <hr />
      <div className="pad picks">
        <h3>{groupNames.frequent}</h3>
        {frequent.map((place) => (
          <Known key={place.key} place={place} />
        ))}
        {unknown.length > 0 && (
          <Disclosure summary={m.unknownKinds(unknown.length)} open={known < 4}>
            <Unknown places={unknown} teamsInRegion={teamsInRegion} />
          </Disclosure>
        )}
      </div>
      {rest.length > 0 && (
        <>
          <hr />
          <div className="pad">
            <Disclosure summary={m.moreKinds(rest.length)}>
              <div className="picks">
                {rest.map((place) => (
                  <Known key={place.key} place={{ ...place, ticked: false }} />
                ))}
              </div>
            </Disclosure>
          </div>
        </>
      )}
      <hr />
      <Elsewhere src={src} />
    </Sheet>
  )
}
