import { WriteForm, Written } from '@/app/(app)/spotkania/minutes-parts'
import * as actions from '@/app/(app)/sprawy/[id]/spotkania/actions'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import type { CaseMeetingView } from '@/lib/meetings'
import { caseMeetingMessages as c } from '@/lib/messages/pl/case-meetings'
import { caseMinutesText } from '@/lib/messages/pl/case-minutes'

/** The minutes of a meeting around a case, as far as they are shown to this institution. */
export const CaseMinutes = ({ meeting }: { meeting: CaseMeetingView }) => (
  <Written
    meeting={meeting}
    text={caseMinutesText(meeting)}
    write={
      <WriteForm
        minutes={meeting.minutes}
        action={actions.writeCaseMinutes}
        target={
          <>
            <FormHidden name="meetingId" value={meeting.id} />
            <FormHidden name="version" value={meeting.version} />
          </>
        }
      >
        <FormTextArea name="summary" label={c.summary} defaultValue={meeting.summary ?? ''} rows={2} />
      </WriteForm>
    }
    actions={{
      remark: actions.remarkOnCaseMinutes,
      answer: actions.answerCaseRemark,
      annex: actions.addCaseAnnex,
    }}
  />
)
