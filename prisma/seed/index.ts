export { seedDemo } from '@/prisma/seed/demo'
export { type DemoPerson, demoPeople } from '@/prisma/seed/demo-people'
export { seedReference } from '@/prisma/seed/reference'
