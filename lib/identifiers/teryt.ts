import { type Check, compact, digitsOnly } from '@/lib/identifiers/check'

export type TerytReason = 'empty' | 'shape' | 'length' | 'wojewodztwo' | 'powiat' | 'gmina' | 'kind' | 'part'
export type GminaKind = 'miejska' | 'wiejska' | 'miejsko-wiejska'

export type Terc =
  | { readonly level: 'wojewodztwo'; readonly code: string; readonly wojewodztwo: string }
  | {
      readonly level: 'powiat'
      readonly code: string
      readonly wojewodztwo: string
      readonly powiat: string
      readonly cityWithPowiatRights: boolean
    }
  | {
      readonly level: 'gmina'
      readonly code: string
      readonly wojewodztwo: string
      readonly powiat: string
      readonly cityWithPowiatRights: boolean
      readonly kind: GminaKind
    }

const kinds: Readonly<Record<string, GminaKind>> = { 1: 'miejska', 2: 'wiejska', 3: 'miejsko-wiejska' }
/** Town and rural area of an urban-rural gmina, districts of Warszawa, delegatury: parts, never tenants. */
const parts = ['4', '5', '8', '9']

export const normaliseTerc = compact

/**
 * Checks the shape of a TERC code: WW, WWPP or WWPPGGR. Powiat numbers 61–99 are cities with powiat rights.
 * There is no check digit: that the unit exists is known only to the register.
 */
export const checkTerc = (text: string): Check<TerytReason, Terc> => {
  const digits = digitsOnly(normaliseTerc(text), [2, 4, 7])
  if (!digits.ok) return digits
  const code = digits.value
  const wojewodztwo = code.slice(0, 2)
  const number = Number(wojewodztwo)
  if (number < 2 || number > 32 || number % 2 === 1) return { ok: false, reason: 'wojewodztwo' }
  if (code.length === 2) return { ok: true, value: { level: 'wojewodztwo', code, wojewodztwo } }
  const powiat = code.slice(0, 4)
  if (powiat.endsWith('00')) return { ok: false, reason: 'powiat' }
  const cityWithPowiatRights = isCityWithPowiatRights(code)
  if (code.length === 4) {
    return { ok: true, value: { level: 'powiat', code, wojewodztwo, powiat, cityWithPowiatRights } }
  }
  return gmina(code, wojewodztwo, powiat, cityWithPowiatRights)
}

const gmina = (
  code: string,
  wojewodztwo: string,
  powiat: string,
  cityWithPowiatRights: boolean,
): Check<TerytReason, Terc> => {
  if (code.slice(4, 6) === '00') return { ok: false, reason: 'gmina' }
  const kind = kinds[code[6] ?? '']
  if (kind === undefined) return { ok: false, reason: parts.includes(code[6] ?? '') ? 'part' : 'kind' }
  return { ok: true, value: { level: 'gmina', code, wojewodztwo, powiat, cityWithPowiatRights, kind } }
}

/** Whether a powiat or gmina code belongs to a city with powiat rights (both levels in one unit). */
export const isCityWithPowiatRights = (code: string): boolean => Number(code.slice(2, 4)) > 60
