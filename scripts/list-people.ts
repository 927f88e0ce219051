import { demoPeople } from '@/prisma/seed/demo-people'

console.log(
  JSON.stringify(
    demoPeople.map(({ role, roles, name, email, password }) => ({ role, roles, name, email, password })),
    null,
    2,
  ),
)
