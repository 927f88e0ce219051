import { hash, verify } from '@node-rs/argon2'

/** OWASP minimum for argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

const nobody = hashPassword('nobody has this password')

/** An unknown account costs the same time as a known one, so that time does not tell which accounts exist. */
export const passwordMatches = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFC'))
  return matches && passwordHash !== null
}
