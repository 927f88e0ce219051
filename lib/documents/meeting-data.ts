import type { MeetingPaperKey } from '@/lib/documents/catalogue'
import type { Filled } from '@/lib/documents/render'
import { activeTemplate } from '@/lib/documents/templates'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import type { PaperData } from '@/lib/format/paper'
import { attendanceWords } from '@/lib/messages/pl/papers/attendance'
import type { Context } from '@/lib/policy/usecase'

/** What the papers of a meeting are filled in from; who gives it decides what its reader may see. */
export type MeetingPaper = {
  readonly team: string
  /** What meeting it is, as "spotkanie zespołu nr 3/2026"; of a family its number at most, never a name. */
  readonly title: string
  readonly day: IsoDate
  /** Hours as 10:00. */
  readonly from: string
  readonly to: string | null
  readonly place: string
  readonly chair: string | null
  readonly minuteTaker: string | null
  readonly agenda: readonly { readonly title: string; readonly by: string | null }[]
  readonly people: readonly {
    readonly name: string
    readonly institution: string
    /** Null: not known yet; `substitute` stands in for somebody. */
    readonly attendance: 'present' | 'absent' | 'excused' | 'substitute' | null
  }[]
  readonly quorum: { readonly needed: number; readonly present: number } | null
  /** Course of the meeting, in lines. */
  readonly course: string | null
  readonly decisions: readonly {
    readonly text: string
    readonly who: string | null
    readonly dueOn: IsoDate | null
  }[]
  readonly remarks: string | null
}

/** The same as values and rows, for every paper of a meeting. */
const meetingPaperData = (meeting: MeetingPaper): PaperData => ({
  fields: {
    zespol: meeting.team,
    spotkanie: meeting.title,
    dzien: formatDate(meeting.day),
    od: meeting.from,
    do: meeting.to ?? '',
    miejsce: meeting.place,
    przewodniczy: meeting.chair ?? '',
    protokoluje: meeting.minuteTaker ?? '',
    kworum: meeting.quorum ? attendanceWords.quorum(meeting.quorum) : '',
    przebieg: meeting.course ?? '',
    uwagi: meeting.remarks ?? '',
  },
  tables: {
    porzadek: meeting.agenda.map((item, i) => ({
      lp: String(i + 1),
      punkt: item.title,
      prowadzi: item.by ?? '',
    })),
    obecni: meeting.people.map((person, i) => ({
      lp: String(i + 1),
      osoba: person.name,
      instytucja: person.institution,
      obecnosc: person.attendance ? attendanceWords.states[person.attendance] : '',
      podpis: '',
    })),
    ustalenia: meeting.decisions.map((decision, i) => ({
      nr: String(i + 1),
      tresc: decision.text,
      kto: decision.who ?? '',
      termin: decision.dueOn ? formatDate(decision.dueOn) : '',
    })),
  },
})

/** A paper of a meeting as the caller's use case lets it be filled in, by the template that counts in the voivodeship. */
export const fillMeetingPaper = async (
  ctx: Context,
  key: MeetingPaperKey,
  meeting: MeetingPaper,
  wojewodztwoCode: string | null,
): Promise<Filled> => ({
  data: meetingPaperData(meeting),
  template: await activeTemplate(ctx, wojewodztwoCode, key),
})
