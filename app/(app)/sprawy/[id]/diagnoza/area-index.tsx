import { IndexList } from '@/components/ui/lists'
import { criminalKey, type DiagnosisArea, safetyKey } from '@/lib/diagnosis'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'
import { paths } from '@/lib/web/paths'

const m = diagnosisMessages

const Scores = ({ area }: { area: DiagnosisArea }) => {
  const { score, familyScore, notApplicable } = area.now
  if (area.levels.length === 0) return null
  if (notApplicable) return <span className="muted">{m.index.none}</span>
  if (score === null && familyScore === null) return <span className="muted">{m.index.empty}</span>
  return (
    <span className="num">
      <span className="vh">{m.index.team} </span>
      {score ?? '–'}
      <span className="muted" aria-hidden="true">
        {' · '}
      </span>
      <span className="vh">, {m.index.family} </span>
      <span className="voice-fam">{familyScore ?? '–'}</span>
    </span>
  )
}

const note = (area: DiagnosisArea): string | undefined => {
  if (area.outside) return m.index.outside
  if (area.answered || !area.required) return undefined
  if (!area.alwaysRequired) return m.index.touched
  return area.key === safetyKey ? m.index.always : m.index.byModel
}

/** All areas on the left: where each stands in two voices, and which one is open. */
export const AreaIndex = ({
  caseId,
  areas,
  current,
}: {
  caseId: string
  areas: readonly DiagnosisArea[]
  current: string
}) => (
  <IndexList
    label={m.index.label}
    items={areas.map((area) => ({
      id: area.key,
      href: `${paths.caseDiagnosis(caseId)}?obszar=${area.key}`,
      label: area.key === criminalKey ? m.area.criminal : area.name,
      note: note(area),
      end: <Scores area={area} />,
      current: area.key === current,
    }))}
  />
)
