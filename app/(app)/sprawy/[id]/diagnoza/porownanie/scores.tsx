import { roundName } from '@/app/(app)/sprawy/[id]/diagnoza/rounds'
import { areaChange, ends } from '@/components/charts/area-geometry'
import { changeWords } from '@/components/charts/area-profile'
import { DataTable } from '@/components/ui/data-table'
import type { ComparedArea, DiagnosisComparison, RoundScore } from '@/lib/diagnosis'
import { compareMessages as m } from '@/lib/messages/pl/diagnosis-compare'

type Said = { area: ComparedArea; score: RoundScore | undefined; whole: boolean }

/** A score with its sentence, so that a number is never left to be guessed; only numbers where all rounds stand beside each other. */
const Score = ({ area, score, voice, whole }: Said & { voice: 'team' | 'family' }) => {
  if (!score || (voice === 'team' && score.notApplicable)) return score ? m.notApplicable : m.none
  const given = score[voice]
  if (given === null) return <span className="muted">{m.none}</span>
  return whole ? m.score(given, area.levels[given]) : String(given)
}

/** Both voices of one round in a cell, each under its name. */
const Both = (said: Said) => (
  <>
    <span className="block">
      <b>{m.team}</b> <Score {...said} voice="team" />
    </span>
    <span className="block voice-fam">
      <b>{m.family}</b> <Score {...said} voice="family" />
    </span>
  </>
)

const Change = ({ area }: { area: ComparedArea }) => {
  const words = (voice: 'team' | 'family') => {
    const { first, last } = ends(area.scores, voice)
    return changeWords(areaChange(first, last))
  }
  return (
    <>
      <span className="block">{m.teamChange(words('team'))}</span>
      <span className="block voice-fam">{m.familyChange(words('family'))}</span>
    </>
  )
}

/** Area by area from round to round: a column a round, both voices, and how each sees the change. */
export const Scores = ({ compared: { areas, rounds, all } }: { compared: DiagnosisComparison }) => (
  <DataTable
    caption={m.caption(rounds.map((round) => roundName(round)).join(', '))}
    captionHidden
    rows={areas.filter(({ scores }) => scores.some((s) => s.team !== null || s.family !== null))}
    rowId={(area) => area.key}
    columns={[
      { key: 'area', label: m.area, cell: (area) => area.name },
      ...rounds.map((round, i) => ({
        key: round.id,
        label: roundName(round),
        cell: (area: ComparedArea) => <Both area={area} score={area.scores[i]} whole={!all} />,
      })),
      { key: 'change', label: m.change, cell: (area) => <Change area={area} /> },
    ]}
  />
)
