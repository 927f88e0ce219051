import { type IsoDate, isIsoDate } from '@/lib/format/dates'
import { checkTerc, isCityWithPowiatRights } from '@/lib/identifiers'
import { type CsvRow, csvRows } from '@/lib/territory/csv'

export type TercLevel = 'wojewodztwo' | 'powiat' | 'gmina'
/** RODZ of a gmina: 1 town, 2 rural, 3 urban-rural. */
export type GminaKindCode = 1 | 2 | 3
export type Centre = { readonly lat: number; readonly lon: number }

export type TercUnit = {
  readonly code: string
  readonly level: TercLevel
  readonly name: string
  /** Null for a voivodeship and a powiat. */
  readonly kind: GminaKindCode | null
  readonly cityPowiat: boolean
  readonly parentCode: string | null
  readonly wojewodztwoCode: string
  /** The register knows no centres; only our own file does. */
  readonly centre: Centre | null
}

export type TercReason =
  | 'header'
  | 'columns'
  | 'encoding'
  | 'wojewodztwo'
  | 'powiat'
  | 'gmina'
  | 'kind'
  | 'level'
  | 'code'
  | 'name'
  | 'date'
  | 'mixedDates'
  | 'duplicate'
  | 'parent'
  | 'centre'
  | 'empty'

/** Where a file is wrong: line from 1, name of the column as the header spells it ('' for the whole line). */
export type TercProblem = {
  readonly line: number
  readonly column: string
  readonly reason: TercReason
  readonly value: string
}

export type TercParse<T> =
  | ({ readonly ok: true; readonly units: readonly TercUnit[] } & T)
  | { readonly ok: false; readonly problems: readonly TercProblem[] }

type Placed = { readonly row: CsvRow; readonly unit: TercUnit }
type RowRead = Placed | TercProblem | null

const officialHeader = ['WOJ', 'POW', 'GMI', 'RODZ', 'NAZWA', 'NAZWA_DOD', 'STAN_NA']
const ownHeader = ['code', 'level', 'name', 'kind', 'parent_code', 'lat', 'lon']
/** Parts of a gmina and districts of Warszawa: never units of their own (domain 5.4). */
const ignoredKinds = new Set(['4', '5', '8', '9'])
const ownKinds: Readonly<Record<string, GminaKindCode>> = { miejska: 1, wiejska: 2, 'miejsko-wiejska': 3 }

const problem = (row: CsvRow, column: string, reason: TercReason, value = ''): TercProblem => ({
  line: row.line,
  column,
  reason,
  value: value.slice(0, 60),
})

/** Builds the unit of a code whose shape is sound. */
const unitOf = (code: string, name: string, centre: Centre | null): TercUnit => ({
  code,
  level: code.length === 2 ? 'wojewodztwo' : code.length === 4 ? 'powiat' : 'gmina',
  // The register shouts the names of voivodeships only.
  name: code.length === 2 ? name.toLocaleLowerCase('pl') : name,
  kind: code.length === 7 ? (Number(code[6]) as GminaKindCode) : null,
  cityPowiat: code.length > 2 && isCityWithPowiatRights(code),
  parentCode: code.length === 2 ? null : code.length === 4 ? code.slice(0, 2) : code.slice(0, 4),
  wojewodztwoCode: code.slice(0, 2),
  centre,
})

/** Reads the official TERC file of GUS. Nothing is returned of a file with a single bad row. */
export const parseOfficialTerc = (text: string): TercParse<{ readonly statedOn: IsoDate }> => {
  const rows = csvRows(text, ';')
  const [first, ...rest] = rows
  const problems = headerProblems(first, officialHeader)
  if (first === undefined || problems.length > 0) return { ok: false, problems }
  const statedOn = rest[0]?.fields[6] ?? ''
  const read = collect(rest, (row) => officialRow(row, statedOn))
  if (!read.ok) return read
  return isIsoDate(statedOn)
    ? { ok: true, units: read.units, statedOn }
    : { ok: false, problems: [problem(first, 'STAN_NA', 'date', statedOn)] }
}

const officialRow = (row: CsvRow, statedOn: string): RowRead => {
  const [woj = '', pow = '', gmi = '', rodz = '', name = '', , stated = ''] = row.fields
  if (row.fields.length !== officialHeader.length)
    return problem(row, '', 'columns', String(row.fields.length))
  if (ignoredKinds.has(rodz)) return null
  const code = `${woj}${pow}${gmi}${rodz}`
  const check = checkTerc(code)
  if (!check.ok || woj.length !== 2) return officialProblem(row)
  if (name === '') return problem(row, 'NAZWA', 'name')
  if (name.includes('\ufffd')) return problem(row, 'NAZWA', 'encoding', name)
  if (!isIsoDate(stated)) return problem(row, 'STAN_NA', 'date', stated)
  if (stated !== statedOn) return problem(row, 'STAN_NA', 'mixedDates', stated)
  return { row, unit: unitOf(code, name, null) }
}

/** Which of the four code columns is to blame. */
const officialProblem = (row: CsvRow): TercProblem => {
  const [woj = '', pow = '', gmi = '', rodz = ''] = row.fields
  if (!checkTerc(woj).ok || woj.length !== 2) return problem(row, 'WOJ', 'wojewodztwo', woj)
  if (!/^\d\d$/.test(pow) || pow === '00') return problem(row, 'POW', 'powiat', pow)
  if (!/^\d\d$/.test(gmi) || gmi === '00') return problem(row, 'GMI', 'gmina', gmi)
  return problem(row, 'RODZ', 'kind', rodz)
}

/** Reads our own `prisma/reference/terc.csv`, which adds a centre point to each unit. */
export const parseOwnTerc = (text: string): TercParse<object> => {
  const [first, ...rest] = csvRows(text, ',')
  const problems = headerProblems(first, ownHeader)
  return problems.length > 0 ? { ok: false, problems } : collect(rest, ownRow)
}

const ownRow = (row: CsvRow): RowRead => {
  const [code = '', level = '', name = '', kind = '', parent = '', lat = '', lon = ''] = row.fields
  if (row.fields.length !== ownHeader.length) return problem(row, '', 'columns', String(row.fields.length))
  const check = checkTerc(code)
  if (!check.ok || check.value.code !== code) return problem(row, 'code', 'code', code)
  if (name === '') return problem(row, 'name', 'name')
  const centre = { lat: Number(lat), lon: Number(lon) }
  if (lat === '' || !(centre.lat > 48.9 && centre.lat < 55)) return problem(row, 'lat', 'centre', lat)
  if (lon === '' || !(centre.lon > 14 && centre.lon < 24.2)) return problem(row, 'lon', 'centre', lon)
  const unit = unitOf(code, name, centre)
  if (unit.level !== level) return problem(row, 'level', 'level', level)
  if (unit.kind !== null && ownKinds[kind] !== unit.kind) return problem(row, 'kind', 'kind', kind)
  return (unit.parentCode ?? '') === parent ? { row, unit } : problem(row, 'parent_code', 'parent', parent)
}

const headerProblems = (row: CsvRow | undefined, header: readonly string[]): TercProblem[] => {
  if (row === undefined) return [{ line: 1, column: '', reason: 'empty', value: '' }]
  const wrong = header.findIndex((name, index) => row.fields[index] !== name)
  if (wrong >= 0) return [problem(row, header[wrong] ?? '', 'header', row.fields[wrong])]
  return row.fields.length === header.length ? [] : [problem(row, '', 'columns', String(row.fields.length))]
}

const collect = (rows: readonly CsvRow[], read: (row: CsvRow) => RowRead): TercParse<object> => {
  const results = rows.map(read).filter((result) => result !== null)
  const placed = results.filter((result): result is Placed => 'unit' in result)
  const problems = results.filter((result): result is TercProblem => 'reason' in result)
  const wrong = [...problems, ...duplicates(placed)].sort((a, b) => a.line - b.line)
  // One unreadable powiat would orphan all its gminas: orphans are news only in a file that is otherwise sound.
  const all = wrong.length > 0 ? wrong : orphans(placed)
  if (all.length > 0) return { ok: false, problems: all }
  if (placed.length === 0)
    return { ok: false, problems: [{ line: 1, column: '', reason: 'empty', value: '' }] }
  return { ok: true, units: placed.map(({ unit }) => unit) }
}

const duplicates = (placed: readonly Placed[]): TercProblem[] => {
  const seen = new Set<string>()
  return placed
    .filter(({ unit }) => seen.has(unit.code) || !seen.add(unit.code))
    .map(({ row, unit }) => problem(row, '', 'duplicate', unit.code))
}

const orphans = (placed: readonly Placed[]): TercProblem[] => {
  const codes = new Set(placed.map(({ unit }) => unit.code))
  return placed
    .filter(({ unit }) => unit.parentCode !== null && !codes.has(unit.parentCode))
    .map(({ row, unit }) => problem(row, '', 'parent', unit.code))
}
