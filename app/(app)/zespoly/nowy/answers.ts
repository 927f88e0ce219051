import { recruitmentMessages as m } from '@/lib/messages/pl/recruitment'
import type { Actor } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import { type RecruitedRow, readRecruitment } from '@/lib/programme'
import type { Preparation } from '@/lib/teams'

/** What the institutions invited for this gmina answered, where this person may know. */
export const answersFor = async (actor: Actor, gmina: string): Promise<readonly RecruitedRow[]> =>
  couldEver(actor, 'recruit.list') ? (await readRecruitment.execute(actor, { gmina })).rows : []

/** Who agreed stands first and ticked; who declined is not ticked and says so. */
export const withAnswers = ({ places }: Preparation, answers: readonly RecruitedRow[]) => ({
  agreed: answers.flatMap(({ institutionId, name, kind, status, answeredOn }) =>
    status === 'agreed' && answeredOn
      ? [{ id: institutionId, name, note: `${kind}, ${m.agreedHint(answeredOn)}` }]
      : [],
  ),
  places: places.map((place) => ({
    ...place,
    institutions: place.institutions.map((one) => {
      const status = answers.find(({ institutionId }) => institutionId === one.id)?.status
      return {
        ...one,
        above: status === 'agreed',
        note: status === 'declined' ? m.declinedHint : undefined,
      }
    }),
  })),
})
