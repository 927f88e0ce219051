import { recruitmentMessages as m } from '@/lib/messages/pl/recruitment'
import type { Actor } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import { listAgreed, type RecruitedRow, readRecruitment } from '@/lib/programme'
import type { Preparation } from '@/lib/teams'

type Answer = Pick<RecruitedRow, 'institutionId' | 'name' | 'kind' | 'status' | 'answeredOn'>

/** What the institutions invited for this gmina answered; who leads the unit of the gmina learns only who agreed. */
export const answersFor = async (actor: Actor, gmina: string): Promise<readonly Answer[]> => {
  if (couldEver(actor, 'recruit.list')) return (await readRecruitment.execute(actor, { gmina })).rows
  if (!couldEver(actor, 'recruit.agreed')) return []
  const agreed = await listAgreed.execute(actor, { gmina })
  return agreed.map((row) => ({ ...row, status: 'agreed' as const }))
}

/** Who agreed stands first and ticked; who declined is not ticked and says so. */
export const withAnswers = ({ places }: Preparation, answers: readonly Answer[]) => ({
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
