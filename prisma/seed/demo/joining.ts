import { tell } from '@/prisma/seed/demo/notifications'
import type { Staff } from '@/prisma/seed/demo/people'
import { idOf, type World } from '@/prisma/seed/demo/world'

const of = (people: ReadonlyMap<string, Staff>, key: string): Staff => {
  const staff = people.get(key)
  if (!staff) throw new Error(`no institution ${key}`)
  return staff
}

/**
 * One centre leads the teams of two gminas (decision 0031). The head of the PCPR, who leads the powiat's side of both,
 * proposed to make them one; the head of the centre has not agreed yet.
 */
export const addJoining = (world: World, people: ReadonlyMap<string, Staff>): void => {
  const [powiat, centre, party] = [
    of(people, 'pcpr_wm'),
    of(people, 'gops_sokoly'),
    of(people, 'ngo_szepietowo'),
  ]
  const [ends, stays] = [idOf('team', 'kobylin'), idOf('team', 'sokoly')]
  const id = idOf('joining', 'kobylin')
  const on = world.daysAgo(4)
  world.add('team_joining', {
    id,
    team_id: ends,
    into_team_id: stays,
    reason:
      'Ośrodek w Sokołach prowadzi oba zespoły i na obu spotkaniach siedzą te same osoby. Jeden zespół wystarczy dla obu gmin.',
    final_report:
      'W pierwszym roku nie było w gminie rodziny, której potrzebny byłby cały zespół. Strony poznały swoje usługi i umówiły się, kto do kogo dzwoni.',
    signed_on: on,
    signers: { [party.institution.id]: party.headName },
    proposed_by_id: powiat.head,
    institution_id: powiat.institution.id,
    at: world.at(on, 130),
  })
  world.add('team_joining_vote', {
    joining_id: id,
    team_id: ends,
    user_id: powiat.head,
    institution_id: powiat.institution.id,
    at: world.at(on, 130),
  })
  tell(world, {
    key: [id],
    userId: centre.head,
    institutionId: centre.institution.id,
    kind: 'team.joiningProposed',
    at: world.at(on, 130),
    // as app.tell_joining: one line for both teams
    teamId: [ends, stays].sort()[0] ?? ends,
    waits: true,
  })
}
