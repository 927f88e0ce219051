import { Section } from '@/components/ui/page-head'
import { type MeetingPaperKey, meetingPaperKeys, paperFormats } from '@/lib/documents'
import type { MeetingView } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { paperTitles } from '@/lib/messages/pl/papers'
import { paths } from '@/lib/web/paths'

/** Minutes are a paper once there is something to write down. */
const exists = (key: MeetingPaperKey, { status, minutes }: MeetingView): boolean =>
  key === 'protokol' ? minutes !== null : status !== 'planned' || key === 'porzadek'

/** The papers of the meeting, each as a file to edit and a file to print. */
export const Papers = ({ meeting }: { meeting: MeetingView }) =>
  meeting.status === 'cancelled' ? null : (
    <Section id="dokumenty" title={m.papers}>
      <ul className="sheet pad stack">
        {meetingPaperKeys
          .filter((key) => exists(key, meeting))
          .map((key) => (
            <li key={key} className="row between">
              {paperTitles[key]}
              <span className="row">
                {paperFormats.map((format) => (
                  <a key={format} href={paths.meetingPaper(meeting.id, `${key}.${format}`)} download>
                    {format.toUpperCase()}
                    <span className="vh">: {paperTitles[key]}</span>
                  </a>
                ))}
              </span>
            </li>
          ))}
      </ul>
    </Section>
  )
