import { AppLink } from '@/components/ui/app-link'
import { Icon } from '@/components/ui/icon'
import { Disclosure } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import type { IsoDate } from '@/lib/format/dates'
import { groupNames, teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.page

type Party = {
  memberId: string
  institutionId: string
  name: string
  founding: boolean
  lead: boolean
  representative: string | null
  deputy: string | null
  signedOn: IsoDate | null
}
type Place = {
  key: string
  name: string
  group: keyof typeof groupNames
  institutions: readonly Party[]
}
const isRequired = ({ group }: Place): boolean => group === 'core' || group === 'required'

type CompositionProps = {
  places: readonly Place[]
  parties: number
  /** signatures are shown from the sending of the agreement on */
  signing: boolean
  institutionHref: (id: string) => string
}

const about = (party: Party, signing: boolean): string =>
  [
    party.lead && m.leads,
    !party.founding && m.joined,
    party.representative ? m.representative(party.representative) : m.noRepresentative,
    party.deputy && m.deputy(party.deputy),
    signing && (party.signedOn ? m.signedOn(party.signedOn) : m.notSigned),
  ]
    .filter(Boolean)
    .join(', ')

const Filled = ({ place, party, props }: { place: Place; party: Party; props: CompositionProps }) => (
  <li>
    <span className="slot has">
      <Icon name="check" />
    </span>
    <span>
      <AppLink href={props.institutionHref(party.institutionId)}>
        <b className="med">{party.name}</b>
      </AppLink>
      <br />
      <span className="muted">
        {place.name}
        <br />
        {about(party, props.signing)}
      </span>
    </span>
  </li>
)

const Empty = ({ place }: { place: Place }) => (
  <li>
    <span className={isRequired(place) ? 'slot must' : 'slot'}>{isRequired(place) && <Icon name="x" />}</span>
    <span className="miss">
      <b className="med">{place.name}</b>
      <br />
      <span className={isRequired(place) ? 'ink is-late' : 'muted'}>{m.missingKind}</span>
    </span>
  </li>
)

const GroupList = ({ group, props }: { group: Place['group']; props: CompositionProps }) => {
  const places = props.places.filter((p) => p.group === group)
  const filled = places.filter((p) => p.institutions.length > 0)
  const empty = places.filter((p) => p.institutions.length === 0)
  if (places.length === 0 || (filled.length === 0 && !['core', 'required', 'frequent'].includes(group)))
    return null
  return (
    <>
      <hr />
      <div className="pad">
        <h3>{groupNames[group]}</h3>
        <ul className="comp">
          {filled.flatMap((place) =>
            place.institutions.map((party) => (
              <Filled key={`${place.key}${party.memberId}`} place={place} party={party} props={props} />
            )),
          )}
          {(group === 'core' || group === 'required') &&
            empty.map((place) => <Empty key={place.key} place={place} />)}
        </ul>
        {group === 'frequent' && empty.length > 0 && (
          <Disclosure summary={m.moreMissing(empty.length)}>
            <ul className="comp">
              {empty.map((place) => (
                <Empty key={place.key} place={place} />
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </>
  )
}

/** Who sits in the team by place: core and required kinds first, what is missing of them in red, what usually sits in one on demand. */
export const Composition = (props: CompositionProps) => {
  const missing = props.places.filter((p) => isRequired(p) && p.institutions.length === 0).length
  return (
    <Sheet as="section" labelledBy="sklad">
      <div className="pad">
        <h2 id="sklad">{m.composition}</h2>
        <p className="soft">{m.compositionLead(props.parties, missing)}</p>
      </div>
      {(['core', 'required', 'frequent', 'optional', 'noPersonalData', 'support'] as const).map((group) => (
        <GroupList key={group} group={group} props={props} />
      ))}
    </Sheet>
  )
}
