import { currentSession } from '@/lib/people/sessions'
import { derivedKey } from '@/lib/platform/crypto'

/**
 * The key with which a browser seals what is typed while the server cannot be reached: another one for each session,
 * kept nowhere, null once the session has ended (decision 0021).
 */
export const typingKey = async (sessionId: string): Promise<Uint8Array<ArrayBuffer> | null> =>
  (await currentSession(sessionId)) ? derivedKey(sessionId, 'typed') : null
