import * as actions from '@/app/(app)/spotkania/actions'
import { WriteForm, Written } from '@/app/(app)/spotkania/minutes-parts'
import { FormHidden } from '@/components/ui/form-fields'
import type { MeetingView } from '@/lib/meetings'
import { minutesText } from '@/lib/messages/pl/minutes'

/** The minutes of a meeting of the team. */
export const Minutes = ({ meeting }: { meeting: MeetingView }) => (
  <Written
    meeting={meeting}
    text={minutesText(meeting)}
    write={
      <WriteForm
        minutes={meeting.minutes}
        action={actions.writeMinutes}
        target={
          <>
            <FormHidden name="meetingId" value={meeting.id} />
            <FormHidden name="minutesVersion" value={meeting.minutes?.version ?? 1} />
          </>
        }
      />
    }
    actions={{ remark: actions.remarkOnMinutes, answer: actions.answerRemark, annex: actions.addAnnex }}
  />
)
