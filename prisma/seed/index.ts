export { seedReference } from '@/prisma/seed/reference'
