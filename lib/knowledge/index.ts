export { impersonal, namesSomebody } from '@/lib/knowledge/impersonal'
export { regionOf, webLink } from '@/lib/knowledge/input'
