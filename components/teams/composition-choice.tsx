import { InstitutionName } from '@/components/institutions/institution-name'
import { FormCombobox } from '@/components/ui/combobox'
import { FormCheckbox } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { recruitmentMessages } from '@/lib/messages/pl/recruitment'
import { groupNames, teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.create

type Institution = {
  id: string
  name: string
  /** Speaks against it: it declined. */
  note?: string
  /** It stands among those that agreed. */
  above?: boolean
}
type Place = {
  key: string
  name: string
  group: keyof typeof groupNames
  institutions: readonly Institution[]
  ticked: boolean
  share: number
}
/** An institution that agreed when it was invited to the team of this gmina. */
export type Agreed = { readonly id: string; readonly name: string; readonly note: string }
type ChoiceProps = {
  places: readonly Place[]
  /** Ticked and shown first; not again among the places. */
  agreed?: readonly Agreed[]
  teamsInRegion: number
  /** address that searches the whole registry for parties */
  src: string
}

const Known = ({ place }: { place: Place }) =>
  place.institutions
    .filter((one) => !one.above)
    .map((institution) => (
      <FormCheckbox
        key={institution.id}
        name="members"
        id={`m-${place.key}-${institution.id}`}
        value={institution.id}
        label={institution.name}
        hint={institution.note ? `${place.name}, ${institution.note}` : place.name}
        defaultChecked={place.ticked && !institution.note}
      />
    ))

const Asked = ({ place }: { place: Place }) =>
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

/** What a team must have: known institutions, or a field for the name of one. */
const AskedGroup = ({ group, places }: { group: 'core' | 'required'; places: readonly Place[] }) =>
  places.length === 0 ? null : (
    <>
      <hr />
      <div className="pad picks">
        <h3>{groupNames[group]}</h3>
        {places.map((place) => (
          <Asked key={place.key} place={place} />
        ))}
      </div>
    </>
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

const AgreedOnes = ({ agreed }: { agreed: readonly Agreed[] }) => (
  <>
    <hr />
    <div className="pad picks">
      <h3>{recruitmentMessages.agreedTitle}</h3>
      {agreed.map(({ id, name, note }) => (
        <FormCheckbox
          key={id}
          name="members"
          id={`agreed-${id}`}
          value={id}
          label={name}
          hint={note}
          defaultChecked
        />
      ))}
    </div>
  </>
)

/** Who is to sit in the team: known institutions ticked beforehand, names for those that the registry does not know. */
export const CompositionChoice = ({ places, agreed = [], teamsInRegion, src }: ChoiceProps) => {
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
      {agreed.length > 0 && <AgreedOnes agreed={agreed} />}
      <AskedGroup group="core" places={of('core')} />
      <AskedGroup group="required" places={of('required')} />
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
