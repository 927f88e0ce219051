import { Deadlines } from '@/components/teams/deadlines'
import { type Definition, DefinitionList, Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { AreaList, documentItems } from '@/components/variants/parts'
import { roleNames } from '@/lib/messages/pl/roles'
import { teamModelMessages as m } from '@/lib/messages/pl/team-model'
import { officeName } from '@/lib/messages/pl/teams'
import { variantParts } from '@/lib/messages/pl/variants'
import type { TeamModelView } from '@/lib/teams'
import { documentStepKeys } from '@/lib/variants'

type Props = { model: TeamModelView }
type Roles = readonly (keyof typeof roleNames)[]

const ofTeam: Roles = ['lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'decydent', 'animator']
const ofFamily: Roles = ['koordynator_rodziny', 'asystent_rodziny', 'specjalista', 'wykonawca']

const RoleList = ({ model, roles }: Props & { roles: Roles }) => (
  <ul className="list-disc pl-5">
    {roles.map((role) => (
      <li key={role}>{officeName(model.words.roles[role], roleNames[role])}</li>
    ))}
  </ul>
)

/** Two teams told apart where the variant has them; else the team itself works with the family. */
const Levels = ({ model }: Props) => (
  <Section id="poziomy" title={m.levels} level={3}>
    {model.body.twoLevels ? (
      <div className="split">
        <Sheet pad>
          <h4>{m.institutional(model.words.team)}</h4>
          <p className="soft">{m.institutionalText}</p>
          <RoleList model={model} roles={ofTeam} />
        </Sheet>
        <Sheet pad>
          <h4>{m.family(model.words.familyTeam)}</h4>
          <p className="soft">{m.familyText}</p>
          <RoleList model={model} roles={ofFamily} />
        </Sheet>
      </div>
    ) : (
      <Sheet pad>
        <p>
          <b className="med">{m.itself}</b>
        </p>
        <p className="soft">{m.itselfWho(model.words.team)}</p>
        <RoleList model={model} roles={[...ofTeam, ...ofFamily]} />
      </Sheet>
    )}
  </Section>
)

const rhythms = ['meetingRhythm', 'caseMeetingRhythm'] as const

const rhythmOf = ({ terms }: TeamModelView): Definition[] =>
  rhythms.flatMap((key) => {
    const term = terms.find((t) => t.key === key)
    if (!term) return []
    const words = ({ count, unit }: typeof term.standard) => variantParts.term(count, unit)
    return {
      term: variantParts.terms[key],
      value: term.own ? m.own(words(term.own), words(term.standard)) : words(term.standard),
    }
  })

const documentsOf = ({ body }: TeamModelView): Definition[] => {
  const asked = documentItems(documentStepKeys.map((step) => ({ step, more: body.documents[step] ?? [] })))
  return asked.length > 0 ? asked : [{ term: m.documents, value: m.documentsNone }]
}

/** Plan, institutions, papers and rhythm, one line each. */
const Summary = ({ model }: Props) => (
  <Sheet pad className="long-terms">
    <DefinitionList
      items={[
        { term: m.plan, value: model.words.plan },
        { term: m.core, value: m.coreKinds },
        { term: m.required, value: model.kinds.required.join(', ') || m.noneRequired },
        { term: m.recommended, value: model.kinds.recommended.join(', ') || m.noneRecommended },
        ...documentsOf(model),
        ...rhythmOf(model),
      ]}
    />
  </Sheet>
)

/** What the version says, in words, with what the team made of it. */
export const Says = ({ model }: Props) => (
  <Section id="co-mowi" title={m.says}>
    <Summary model={model} />
    <Levels model={model} />
    <Section id="obszary" title={m.areas} level={3}>
      <Sheet pad>
        <AreaList areas={model.body.areas} />
      </Sheet>
    </Section>
    <Section id="terminy-modelu" title={m.terms} lead={m.termsLead} level={3}>
      <Disclosure summary={m.showTerms} open={model.terms.some(({ own }) => own !== null)}>
        <Deadlines rows={model.terms.filter(({ key }) => !rhythms.some((one) => one === key))} />
      </Disclosure>
    </Section>
  </Section>
)
