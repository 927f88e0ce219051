import { z } from 'zod'
import { fold } from '@/lib/format/fold'
import type { Fields } from '@/lib/imports/columns'
import type { Checked, Read, Reason } from '@/lib/imports/rows'
import { importMessages } from '@/lib/messages/pl/imports'
import { roleNames } from '@/lib/messages/pl/roles'
import { invitePerson, newPersonInput, rolesToGive } from '@/lib/people'
import { line } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import type { Context } from '@/lib/policy/usecase'

const schema = z.object({ ...newPersonInput, jobTitle: line(120) })
type Written = z.output<typeof schema>
export type PersonData = Written & { readonly institutionId: string; readonly roles: readonly Role[] }

type House = {
  readonly id: string
  readonly nameFolded: string
  readonly kindKey: string
  readonly seatCode: string
  readonly regon: string | null
}

const housesOf = ({ tx, actor }: Context): Promise<House[]> =>
  tx.institution.findMany({
    where: { wojewodztwoCode: actor.wojewodztwoCode ?? '', endedOn: null },
    select: { id: true, nameFolded: true, kindKey: true, seatCode: true, regon: true },
  })

/** The institution by its REGON, else by its name, with the seat where two are called alike. */
const houseOf = (houses: readonly House[], fields: Fields): House | Reason => {
  const regon = (fields.regon ?? '').replaceAll(/\D/gu, '')
  if (regon !== '') {
    const one = houses.find((house) => house.regon === regon || house.regon === `0${regon}`)
    return one ?? { field: 'regon', key: 'importHouse' }
  }
  const name = fold(fields.institution ?? '')
  if (name === '') return { field: 'institution', key: 'required' }
  const seat = fields.seatCode ?? ''
  const called = houses.filter((house) => house.nameFolded === name && house.seatCode.startsWith(seat))
  const [only] = called
  if (!only) return { field: 'institution', key: 'importHouse' }
  return called.length === 1 ? only : { field: 'institution', key: 'importHouseMany' }
}

const roleOf = (text: string): Role | undefined =>
  (Object.keys(roleNames) as Role[]).find((role) => role === text || fold(roleNames[role]) === fold(text))

/** Roles by their Polish names, parted by commas; only what the reader may give in this institution. */
const rolesOf = ({ actor }: Context, house: House, text: string): readonly Role[] | Reason => {
  const mine = rolesToGive(actor, {
    institutionId: house.id,
    kindKey: house.kindKey,
    wojewodztwoCode: actor.wojewodztwoCode ?? '',
    inCoordinatedTeam: false,
  })
  const names = text.split(/[,;/]/u).map((name) => name.trim())
  const roles = names.map(roleOf)
  const bad = names.find((_, i) => !roles[i] || !mine.includes(roles[i]))
  return bad === undefined ? (roles as Role[]) : { field: 'roles', key: `importRole:${bad}` }
}

const readRow = (ctx: Context, houses: readonly House[], fields: Fields): Read<PersonData> => {
  const house = houseOf(houses, fields)
  const roles = 'id' in house ? rolesOf(ctx, house, fields.roles ?? '') : []
  const parsed = schema.safeParse(fields)
  const reasons: Reason[] = [
    ...('id' in house ? [] : [house]),
    ...('key' in roles ? [roles] : []),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({
      field: String(path[0] ?? ''),
      key: message,
    })),
  ]
  if (reasons.length > 0 || !parsed.data || !('id' in house) || 'key' in roles) return { reasons }
  return { data: { ...parsed.data, institutionId: house.id, roles } }
}

/** Who works there already with all these roles, by row: nothing would change. */
const employedAlready = async (
  { tx }: Context,
  rows: ReadonlyMap<number, PersonData>,
): Promise<Map<number, string>> => {
  const asked = [...rows].map(([no, { email, institutionId, roles }]) => ({
    no,
    email,
    house: institutionId,
    roles,
  }))
  const known = await tx.$queryRaw<{ no: number; id: string }[]>`
    select a.no, e.id from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a(no int, email text, house uuid, roles jsonb)
      join user_account u on u.email = a.email
      join employment e on e.user_id = u.id and e.institution_id = a.house and e.ends_on is null
    where not exists (select from jsonb_array_elements_text(a.roles) wanted where not exists (
      select from role_assignment r where r.user_id = u.id and r.institution_id = a.house and r.ended_at is null
        and r.role::text = wanted))`
  return new Map(known.map(({ no, id }) => [no, id]))
}

/** Each row by itself: can be invited, works there already, or cannot, with the reasons. */
export const checkPeople = async (
  ctx: Context,
  rows: readonly { readonly no: number; readonly fields: Fields }[],
): Promise<Map<number, Checked>> => {
  const houses = await housesOf(ctx)
  const out = new Map<number, Checked>()
  const readable = new Map<number, PersonData>()
  const firstAt = new Map<string, number>()
  for (const { no, fields } of rows) {
    const read = readRow(ctx, houses, fields)
    if ('reasons' in read) {
      out.set(no, { status: 'bad', reasons: read.reasons })
      continue
    }
    const mark = `${read.data.email} ${read.data.institutionId}`
    const earlier = firstAt.get(mark)
    if (earlier !== undefined) {
      out.set(no, { status: 'bad', reasons: [{ field: 'email', key: `importRepeats:${earlier}` }] })
      continue
    }
    firstAt.set(mark, no)
    readable.set(no, read.data)
  }
  const known = await employedAlready(ctx, readable)
  for (const [no, data] of readable) {
    const recordId = known.get(no)
    out.set(no, recordId ? { status: 'same', recordId } : { status: 'good', data })
  }
  return out
}

/** Invites them one by one, as a form would; gives the employments by row. */
export const makePeople = async (
  ctx: Context,
  rows: readonly { readonly no: number; readonly data: PersonData }[],
): Promise<Map<number, string>> => {
  const made = new Map<number, string>()
  for (const { no, data } of rows) {
    const { institutionId, jobTitle, roles, ...person } = data
    const userId = await invitePerson(ctx, {
      institutionId,
      person,
      jobTitle,
      roles: roles.map((role) => ({ role })),
      scope: importMessages.people.scope,
    })
    const { id } = await ctx.tx.employment.findFirstOrThrow({
      where: { userId, institutionId, endsOn: null },
    })
    made.set(no, id)
  }
  return made
}
