import { AnchorScale } from '@/components/ui/anchor-scale'
import { FormTextArea } from '@/components/ui/form-fields'
import { type AreaText, areaTexts, criminalKey, type DiagnosisArea, fromScore } from '@/lib/diagnosis'
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

const rows: Record<AreaText, number> = { strengths: 2, causes: 3, deficits: 3, needs: 2, expectations: 2 }

/** The published headings, strengths first; of the criminal part only what must be known. */
export const AreaTexts = ({ area, prefix = '' }: { area: DiagnosisArea; prefix?: string }) => (
  <div className="form-fields">
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
