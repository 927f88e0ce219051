/** Words of the navigation (design, "Navigation by role"). */
export const navigationNames = {
  myServices: 'Moje usługi',
  institutionServices: 'Usługi instytucji',
  myCases: 'Moje sprawy',
  cases: 'Sprawy',
  teams: 'Zespoły',
  referrals: 'Zgłoszenia',
  catalogue: 'Katalog usług',
  institutions: 'Instytucje',
  region: 'Region',
  country: 'Kraj',
  indicators: 'Wskaźniki',
  consultations: 'Sprawy do konsultacji',
  consents: 'Zgody',
  accessLog: 'Rejestr dostępu',
} as const
