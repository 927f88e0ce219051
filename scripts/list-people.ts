import { demoPeople } from '@/prisma/seed/demo-people'

console.log(
  JSON.stringify(
    demoPeople.map(({ role, name, email, password }) => ({ role, name, email, password })),
    null,
    2,
  ),
)
