import { joinAgreed } from '@/app/(app)/program/[gmina]/instytucje/actions'
import { JoinAgreed } from '@/components/programme/join-agreed'
import { couldEver } from '@/lib/policy/decide'
import { readRecruitment } from '@/lib/programme'
import { requireActor } from '@/lib/web/session'

/** Institutions that agreed in recruitment and are no party yet; for who recruits. */
export const Waiting = async ({ gmina, teamId }: { gmina: string; teamId: string }) => {
  const actor = await requireActor()
  if (!couldEver(actor, 'recruit.list')) return null
  const { toJoin } = await readRecruitment.execute(actor, { gmina })
  return toJoin?.teamId === teamId ? <JoinAgreed {...toJoin} action={joinAgreed} /> : null
}
