import { AnchorScale } from '@/components/ui/anchor-scale'
import { FormTextArea } from '@/components/ui/form-fields'
import {
  type AreaText,
  areaTexts,
  criminalKey,
  type DiagnosisArea,
  fromScore,
  type StrengthView,
} from '@/lib/diagnosis'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'

const m = diagnosisMessages.area

/** The scale of one area, each level in words, for the team and for the family. */
export const AreaScale = ({ area, prefix = '' }: { area: DiagnosisArea; prefix?: string }) =>
  area.levels.length === 0 ? null : (
    <AnchorScale
      caption={m.caption(area.name)}
      question={m.question}
      levels={[
        ...area.levels.map((words, i) => ({ value: String(i), words })),
        ...(area.required ? [] : [{ value: 'none', words: m.none, none: true }]),
      ]}
      voices={[
        {
          name: `${prefix}score`,
          label: m.team,
          defaultValue: fromScore(area.now.score, area.now.notApplicable),
        },
        {
          name: `${prefix}familyScore`,
          label: m.family,
          defaultValue: fromScore(area.now.familyScore, false),
          family: true,
        },
      ]}
    />
  )

const rows: Record<AreaText, number> = { causes: 3, deficits: 3, needs: 2, expectations: 2 }

/** Strengths of an area that hold, as the list of strengths has them. */
export const AreaStrengths = ({ strengths }: { strengths: readonly StrengthView[] }) =>
  strengths.length === 0 ? null : (
    <div>
      <p className="soft">{m.strengthsKnown}</p>
      <ul className="stack">
        {strengths.map((strength) => (
          <li key={strength.id}>{strength.body}</li>
        ))}
      </ul>
    </div>
  )

type TextsProps = { area: DiagnosisArea; strengths: readonly StrengthView[]; prefix?: string }

/** Strengths first, then the published headings; of the criminal part only what must be known. */
export const AreaTexts = ({ area, strengths, prefix = '' }: TextsProps) => (
  <div className="form-fields">
    {area.key !== criminalKey && (
      <>
        <AreaStrengths strengths={strengths} />
        <FormTextArea
          name={`${prefix}strengths`}
          label={m.strengths}
          hint={m.strengthsHint}
          rows={2}
          maxLength={4000}
        />
      </>
    )}
    {areaTexts
      .filter((text) => area.key !== criminalKey || text === 'causes' || text === 'deficits')
      .map((text) => (
        <FormTextArea
          key={text}
          name={`${prefix}${text}`}
          label={m.texts[text]}
          defaultValue={area.now.texts[text]}
          rows={rows[text]}
          maxLength={4000}
        />
      ))}
  </div>
)

/** Strengths of one area that hold today. */
export const strengthsIn = (strengths: readonly StrengthView[], area: DiagnosisArea) =>
  strengths.filter((s) => s.areaKey === area.key && s.endedOn === null)
