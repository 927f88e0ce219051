import { GminaPicker } from '@/components/teams/gmina-picker'
import { NewTeamForm } from '@/components/teams/new-team-form'
import { ChipLinks } from '@/components/ui/choices'
import { IndexList } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { modelVariants } from '@/lib/catalogue'
import { readInstitution } from '@/lib/institutions'
import { teamMessages, teamStatusNames } from '@/lib/messages/pl/teams'
import { territoryMessages } from '@/lib/messages/pl/territory'
import { type Actor, hasRole } from '@/lib/policy/actor'
import { type Preparation, prepareTeam } from '@/lib/teams'
import { searchTerritory } from '@/lib/territory'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'
import { create } from './actions'
import { answersFor, withAnswers } from './answers'

const m = teamMessages.create
export const metadata = { title: m.title }

/** An animator founds teams of the own voivodeship. */
const regionOf = (actor: Actor): string | undefined =>
  hasRole(actor, 'animator', 'rops_koordynator') ? actor.wojewodztwoCode : undefined
const sourceFor = (actor: Actor): string =>
  withParams('/api/terytorium', { poziom: 'gmina', w: regionOf(actor) })
const isCode = (text: string | undefined): text is string => /^\d{7}$/u.test(text ?? '')

/** A leader founds teams of the gminas that the own institution serves: they are named, nothing is to be searched. */
const OwnGminas = async ({ actor, chosen }: { actor: Actor; chosen: string | undefined }) => {
  const { areas } = await readInstitution.execute(actor, { institutionId: actor.institutionId })
  const items = areas
    .filter((a) => isCode(a.code))
    .map((a) => ({ href: `${paths.teamNew()}?gmina=${a.code}`, label: a.name, pressed: a.code === chosen }))
  if (items.length === 0) return <EmptyState title={m.noOwnGmina} level={2} />
  return <ChipLinks label={m.ownGminas} items={items} />
}

/** Without JavaScript the field sends what was typed: the matching gminas become links. */
const Matches = async ({ actor, text }: { actor: Actor; text: string }) => {
  const found = await searchTerritory.execute(actor, { text, level: 'gmina', within: regionOf(actor) })
  if (found.length === 0) return <EmptyState title={m.none} level={2} />
  const items = found.map((u) => ({
    id: u.id,
    href: `${paths.teamNew()}?gmina=${u.id}`,
    label: u.label,
    note: `${u.detail}, ${u.code}`,
  }))
  return <IndexList label={m.which} items={items} />
}

const whySuggested = ({ gmina, suggestedVariant, asksPopulation }: Preparation): string => {
  if (!suggestedVariant) return m.noSuggestion
  if (asksPopulation) return m.suggestTown(suggestedVariant)
  const kind = gmina.cityPowiat ? territoryMessages.cityPowiat : territoryMessages.gminaKind(gmina.kind)
  return m.suggest(suggestedVariant, gmina.name, kind)
}

const Population = ({ code, over20k }: { code: string; over20k: boolean | undefined }) => (
  <div>
    <p className="med mb-2">{m.over20k}</p>
    <ChipLinks
      label={m.over20k}
      items={[
        { href: `${paths.teamNew()}?gmina=${code}&ponad20k=tak`, label: m.yes, pressed: over20k === true },
        { href: `${paths.teamNew()}?gmina=${code}&ponad20k=nie`, label: m.no, pressed: over20k === false },
      ]}
    />
  </div>
)

export default definePage({
  permission: 'team.prepare',
  render: async ({ actor, search }) => {
    const over20k = search.ponad20k === undefined ? undefined : search.ponad20k === 'tak'
    const ready = isCode(search.gmina)
      ? await prepareTeam.execute(actor, { gmina: search.gmina, over20k })
      : null
    const place = ready && {
      id: ready.gmina.code,
      label: ready.gmina.name,
      detail: ready.gmina.cityPowiat
        ? m.cityPlace(ready.gmina.code)
        : m.place(territoryMessages.gminaKind(ready.gmina.kind), ready.gmina.powiatName, ready.gmina.code),
      code: ready.gmina.code,
    }
    return (
      <>
        <Crumbs items={[{ label: teamMessages.list.title, href: paths.teams() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        <section aria-labelledby="q1" className="stack mb-8 max-w-[46rem]">
          <h2 id="q1">{m.q1}</h2>
          {regionOf(actor) ? (
            <>
              <GminaPicker action={paths.teamNew()} src={sourceFor(actor)} chosen={place ?? undefined} />
              {!ready && search.gmina && <Matches actor={actor} text={search.gmina} />}
            </>
          ) : (
            <OwnGminas actor={actor} chosen={search.gmina} />
          )}
        </section>
        {ready && (
          <NewTeamForm
            action={create}
            gmina={ready.gmina.code}
            variants={modelVariants()}
            suggested={ready.suggestedVariant}
            required={ready.required}
            begins={ready.begins}
            why={whySuggested(ready)}
            population={
              ready.asksPopulation ? <Population code={ready.gmina.code} over20k={over20k} /> : undefined
            }
            {...withAnswers(ready, await answersFor(actor, ready.gmina.code))}
            teamsInRegion={ready.teamsInRegion}
            src="/api/instytucje?strona=1"
            others={
              ready.otherTeams
                .map((t) => `${t.name} (${t.variantKey}, ${teamStatusNames[t.status].toLowerCase()})`)
                .join('; ') || null
            }
          />
        )}
      </>
    )
  },
})
