import type { Grant } from '@/lib/policy/reach'

/** Of the ROPS who plans, and who animates the gmina. */
const planKeepers = { rops_koordynator: 'region', animator: 'animated' } satisfies Grant
const ropsOfRegion = { rops_koordynator: 'region', animator: 'region' } satisfies Grant
const authors = { rops_koordynator: 'author', animator: 'author' } satisfies Grant

/** The plan of a region is its ROPS's own; teams read of it what the animator shares with their leaders. */
export const programmeGrants = {
  'programme.list': { rops_koordynator: 'everywhere', animator: 'everywhere' },
  'programme.read': ropsOfRegion,
  'programme.plan': { rops_koordynator: 'region' },
  'programme.assign': { rops_koordynator: 'region' },
  'programme.drop': { rops_koordynator: 'region' },
  'programme.keep': planKeepers,
  'programme.note': planKeepers,
  'programme.correctNote': authors,
  'programme.cancelNote': authors,
  'programme.shared': {
    lider_gminny: 'memberTeam',
    lider_powiatowy: 'memberTeam',
    koordynator_zespolu: 'assignedTeam',
  },
  'programme.glance': { rops_koordynator: 'everywhere', animator: 'everywhere' },
  'programme.country': { ministerstwo: 'everywhere' },
  'recruit.list': ropsOfRegion,
  'recruit.agreed': { lider_gminny: 'ownArea' },
  'recruit.invite': planKeepers,
  'recruit.answer': planKeepers,
  'recruit.again': planKeepers,
  'recruit.takeBack': planKeepers,
  'recruit.barriers': { rops_koordynator: 'everywhere', animator: 'everywhere' },
  'letter.prepare': { rops_koordynator: 'everywhere', animator: 'everywhere' },
  'letter.send': ropsOfRegion,
  'letter.list': { rops_koordynator: 'everywhere', animator: 'everywhere' },
  'letter.ofTeam': { lider_gminny: 'memberTeam', lider_powiatowy: 'memberTeam' },
} satisfies Record<string, Grant>
