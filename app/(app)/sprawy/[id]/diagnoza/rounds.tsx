import { completeRound, startRound } from '@/app/(app)/sprawy/[id]/diagnoza/actions'
import { AreaProfile } from '@/components/charts/area-profile'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import type { DiagnosisPage, Round } from '@/lib/diagnosis'
import { isIsoDate } from '@/lib/format/dates'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'
import { compareMessages } from '@/lib/messages/pl/diagnosis-compare'

const m = diagnosisMessages.round

const isKind = (kind: string): kind is keyof typeof m.kinds => Object.hasOwn(m.kinds, kind)

/** Which look at the family this is. */
export const roundWords = ({ round }: DiagnosisPage): string => {
  if (!round || !isKind(round.kind) || !isIsoDate(round.startedOn)) return m.none
  const line = m.line(m.kinds[round.kind], round.startedOn)
  return round.completedOn && isIsoDate(round.completedOn) ? `${line} ${m.closed(round.completedOn)}` : line
}

/** "W trakcie, 24.08.2026". */
export const roundName = ({ kind, startedOn }: Round): string =>
  isIsoDate(startedOn) ? compareMessages.round(kind, startedOn) : compareMessages.kind(kind)

/** A new look, or the end of the present one. */
export const RoundSteps = ({ caseId, page }: { caseId: string; page: DiagnosisPage }) =>
  page.may.newRound || page.may.completeRound ? (
    <div className="row mt-4">
      {page.may.newRound && (
        <ActionForm action={startRound} submitLabel={m.start} submitVariant={2} label={m.start} inline>
          <FormHidden name="caseId" value={caseId} />
        </ActionForm>
      )}
      {page.may.completeRound && (
        <ActionForm
          action={completeRound}
          submitLabel={m.complete}
          submitVariant={2}
          label={m.complete}
          inline
        >
          <FormHidden name="caseId" value={caseId} />
        </ActionForm>
      )}
    </div>
  ) : null

/** Did life get better: every round of every area, the team's voice and the family's own. */
export const Change = ({ page }: { page: DiagnosisPage }) =>
  page.profile.every((area) => area.scores.every((s) => s.team === null && s.family === null)) ? null : (
    <Section id="zmiana" title={m.profile} lead={m.profileLead}>
      <AreaProfile
        rounds={page.rounds.map((round) => roundName(round))}
        areas={page.profile.map((area) => ({ id: area.key, name: area.name, scores: area.scores }))}
      />
    </Section>
  )
