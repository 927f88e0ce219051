import { demoPeople } from '@/prisma/seed'

process.stdout.write(`${JSON.stringify(demoPeople, null, 2)}\n`)
