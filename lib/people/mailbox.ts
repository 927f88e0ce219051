import { asSystem } from '@/lib/platform/db'

export type Letter = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly createdAt: Date
}

type Row = { id: string; recipient: string; subject: string; body: string; created_at: Date }

/** The newest hundred letters of the embedded demo. */
export const mailbox = async (): Promise<Letter[]> => {
  const rows = await asSystem('mail', (tx) => tx.$queryRaw<Row[]>`select * from app.mailbox()`)
  return rows.map(({ id, recipient, subject, body, created_at }) => ({
    id,
    recipient,
    subject,
    body,
    createdAt: created_at,
  }))
}
