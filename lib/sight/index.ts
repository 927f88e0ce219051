export { type EyeRole, type EyesView, eyeRoles, lookAs, type SeenThing } from '@/lib/sight/eyes'
export {
  reasonsOf,
  type SightKnot,
  type SightReason,
  type SightRow,
  type SightState,
  sightOf,
  type Why,
} from '@/lib/sight/matrix'
export type { ThingKind } from '@/lib/sight/things'
