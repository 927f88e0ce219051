import { z } from 'zod'

type Shape = Record<string, z.ZodType>

const idOf = (field: string, foreign: Readonly<Record<string, string>>): string | undefined => {
  const named: Record<string, string> = {
    caseId: 'case',
    teamId: 'team',
    institutionId: 'institution',
    personId: 'person',
    signedById: 'person',
    userId: 'user',
    lineId: 'basket_line',
    needId: 'need',
    unmetId: 'unmet',
    goalId: 'goal',
    strengthId: 'strength',
    lookId: 'goal_look',
    planId: 'plan',
    diagnosisId: 'diagnosis',
    participantId: 'participant',
    memberId: 'member',
    deliveryId: 'delivery',
    monitoringId: 'monitoring',
    transferId: 'transfer',
    noteId: 'note',
    referralId: 'referral',
    consultationId: 'consultation',
    familyId: 'family',
    overlayId: 'overlay',
    eventId: 'school_event',
    questionId: 'team_question',
    modelConsultationId: 'model_consultation',
    modelInvitationId: 'model_invitation',
    remarkId: 'model_remark',
    wzkMemberId: 'wzk_member',
    entryId: 'school_entry',
    materialId: 'school_material',
    templateId: 'template',
    taskId: 'task',
    meetingId: 'meeting',
    itemId: 'meeting_item',
    visitId: 'visit',
    recruitmentId: 'recruitment',
    decisionId: 'case_decision',
    id: 'referral',
  }
  const kind = named[field] ?? Object.keys(named).find((k) => field.toLowerCase().endsWith(k.toLowerCase()))
  return kind ? foreign[named[kind] ?? kind] : undefined
}

const plain = (field: string): unknown => {
  if (/version/i.test(field)) return 1
  if (/(On|date|From|To)$/i.test(field)) return '2026-11-24'
  if (/email/i.test(field)) return 'kto@przyklad.example'
  if (/^link$/i.test(field)) return 'https://przyklad.example'
  if (/quantity|count|days|places/i.test(field)) return '1'
  return 'tekst'
}

/** Things to try for a field, most telling first: a foreign id, a literal of an enum, plain values of several kinds. */
const candidates = (
  field: string,
  schema: z.ZodType,
  foreign: Readonly<Record<string, string>>,
): unknown[] => {
  const id = idOf(field, foreign)
  const json = ((): {
    enum?: unknown[]
    const?: unknown
    anyOf?: { enum?: unknown[]; const?: unknown }[]
  } => {
    try {
      return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as never
    } catch {
      return {}
    }
  })()
  const literals = [
    ...(json.enum ?? []),
    json.const,
    ...(json.anyOf ?? []).flatMap((o) => [...(o.enum ?? []), o.const]),
  ]
  const others = Object.values(foreign)
  return [
    id,
    ...literals,
    plain(field),
    '1',
    1,
    true,
    [id ?? others[0]],
    [],
    {},
    others[0],
    '2026-11-24',
    null,
    undefined,
  ].filter((v, i) => v !== undefined || i > 0)
}

const shapeOf = (schema: z.ZodType): Shape => {
  const def = schema as unknown as {
    shape?: Shape
    def?: { innerType?: z.ZodType; in?: z.ZodType; schema?: z.ZodType }
  }
  return (
    def.shape ?? (def.def?.innerType ? shapeOf(def.def.innerType) : def.def?.in ? shapeOf(def.def.in) : {})
  )
}

/** An input that the schema accepts, made of a stranger's ids wherever a field asks for one. */
export const sampleInput = (
  schema: z.ZodType,
  foreign: Readonly<Record<string, string>>,
): Record<string, unknown> => {
  const shape = shapeOf(schema)
  return Object.fromEntries(
    Object.entries(shape).map(([field, part]) => [
      field,
      candidates(field, part, foreign).find((value) => part.safeParse(value).success),
    ]),
  )
}
