export {
  type ConsentFile,
  consentRegister,
  type RegisterRow,
  readConsentFile,
  registerFilters,
} from '@/lib/privacy/register'
