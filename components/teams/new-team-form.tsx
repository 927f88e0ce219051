import { type Agreed, CompositionChoice } from '@/components/teams/composition-choice'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import type { groupNames } from '@/lib/messages/pl/teams'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.create

type Institution = { id: string; name: string; opsSide: boolean; note?: string; above?: boolean }
type Version = { number: number; publishedOn: IsoDate | null }
type NewTeamProps = {
  action: FormAction
  gmina: string
  variants: readonly { key: string; namePl: string; forPl: string; whoPl: string }[]
  suggested: string | undefined
  /** Kinds that the region requires beside the core, by variant. */
  required: Readonly<Record<string, readonly string[]>>
  /** The version of the region that the team would begin with; null: the national model. */
  begins: Readonly<Record<string, Version | null>>
  why: string
  population?: React.ReactNode
  places: readonly {
    key: string
    name: string
    group: keyof typeof groupNames
    institutions: readonly Institution[]
    ticked: boolean
    share: number
  }[]
  agreed?: readonly Agreed[]
  teamsInRegion: number
  src: string
  others: string | null
}

const hintOf = (v: NewTeamProps['variants'][number], { required, begins }: NewTeamProps): string => {
  const version = begins[v.key]
  const kinds = required[v.key] ?? []
  return [
    m.variantHint(v.forPl, v.whoPl),
    ...(version ? [m.beginsWith(version.number, version.publishedOn)] : []),
    ...(kinds.length > 0 ? [m.requires(kinds)] : []),
  ].join(' ')
}

/** The rest of a new team, once the gmina is known: variant, who leads, composition. One screen, one button. */
export const NewTeamForm = (props: NewTeamProps) => {
  const { places, suggested } = props
  const able = places.find((p) => p.key === 'ops')?.institutions ?? []
  const powiat = places.find((p) => p.key === 'pcpr')?.institutions ?? []
  return (
    <ActionForm
      action={props.action}
      submitLabel={m.submit}
      label={m.title}
      key={`${props.gmina}${suggested}`}
    >
      <FormHidden name="gmina" value={props.gmina} />
      <div className="split split-main">
        <div className="stack-8">
          <section aria-labelledby="q2" className="stack">
            <h2 id="q2">{m.q2}</h2>
            {props.population}
            <p className="soft">{props.why}</p>
            <FormChoices
              name="variant"
              legend={m.variant}
              legendHidden
              required
              defaultValue={suggested ?? []}
              options={props.variants.map((v) => ({
                value: v.key,
                label: <b>{m.variantName(v.key, v.namePl)}</b>,
                hint: hintOf(v, props),
              }))}
            />
          </section>
          <section aria-labelledby="q3" className="stack">
            <h2 id="q3">{m.q3}</h2>
            {able.length > 0 ? (
              <FormSelect
                name="lead"
                label={m.lead3}
                hint={m.leadHint}
                defaultValue={able[0]?.id}
                options={able.map((i) => ({ value: i.id, label: i.name }))}
              />
            ) : (
              <p className="soft">{m.leadNone}</p>
            )}
          </section>
          {powiat.length === 0 && <Notice tone="warn">{m.noPowiat}</Notice>}
          {props.others && <Notice tone="info">{m.others(props.others)}</Notice>}
        </div>
        <CompositionChoice
          places={places}
          agreed={props.agreed}
          teamsInRegion={props.teamsInRegion}
          src={props.src}
        />
      </div>
    </ActionForm>
  )
}
