import { saveArea } from '@/app/(app)/sprawy/[id]/diagnoza/actions'
import { AreaScale, AreaStrengths, AreaTexts } from '@/app/(app)/sprawy/[id]/diagnoza/area-fields'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { areaTexts, criminalKey, type DiagnosisArea, type StrengthView } from '@/lib/diagnosis'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'
import { paths } from '@/lib/web/paths'

const m = diagnosisMessages.area

type Props = {
  caseId: string
  area: DiagnosisArea
  strengths: readonly StrengthView[]
  previous: DiagnosisArea | undefined
  next: DiagnosisArea | undefined
}

const nameOf = (area: DiagnosisArea): string => (area.key === criminalKey ? m.criminal : area.name)

/** Both voices differ: a subject to talk about, not an error. */
const Difference = ({ area }: { area: DiagnosisArea }) => {
  const { score, familyScore } = area.now
  if (score === null || familyScore === null || score === familyScore) return null
  return <Notice>{m.differs(familyScore - score)}</Notice>
}

/** One area: what is nearest to the truth, and what stands behind it. */
export const AreaForm = ({ caseId, area, strengths, previous, next }: Props) => (
  <section aria-labelledby="obszar">
    <SectionHead
      id="obszar"
      title={nameOf(area)}
      lead={area.key === criminalKey ? m.criminalLead : undefined}
    />
    <Difference area={area} />
    <ActionForm
      key={area.key}
      action={saveArea}
      submitLabel={next ? m.saveNext : m.save}
      label={nameOf(area)}
      className="mt-4"
      actions={
        previous && (
          <AppLink href={`${paths.caseDiagnosis(caseId)}?obszar=${previous.key}`}>
            {m.previous(nameOf(previous))}
          </AppLink>
        )
      }
    >
      <FormHidden name="caseId" value={caseId} />
      <FormHidden name="areaKey" value={area.key} />
      <FormHidden name="version" value={area.now.version} />
      {area.levels.length > 0 && (
        <Sheet className="pad">
          <AreaScale area={area} />
        </Sheet>
      )}
      <Sheet className="pad">
        <h3>{m.behind}</h3>
        <p className="soft">{m.behindLead}</p>
        <div className="mt-4">
          <AreaTexts area={area} strengths={strengths} />
        </div>
      </Sheet>
    </ActionForm>
  </section>
)

/** The same for who may only read. */
export const AreaReading = ({ area, strengths }: Pick<Props, 'area' | 'strengths'>) => (
  <section aria-labelledby="obszar">
    <SectionHead id="obszar" title={nameOf(area)} />
    {area.outside ? <Notice className="mb-4">{m.outside}</Notice> : <Difference area={area} />}
    <Sheet className="pad">
      <AreaStrengths strengths={strengths} />
      <dl className="pair">
        <dt>{m.team}</dt>
        <dd>{area.now.score === null ? '–' : `${area.now.score}: ${area.levels[area.now.score] ?? ''}`}</dd>
        <dt>{m.family}</dt>
        <dd>
          {area.now.familyScore === null
            ? '–'
            : `${area.now.familyScore}: ${area.levels[area.now.familyScore] ?? ''}`}
        </dd>
        {areaTexts
          .filter((text) => area.now.texts[text] !== '')
          .flatMap((text) => [
            <dt key={`${text}-t`}>{m.texts[text]}</dt>,
            <dd key={`${text}-d`} className="pre">
              {area.now.texts[text]}
            </dd>,
          ])}
      </dl>
    </Sheet>
  </section>
)
