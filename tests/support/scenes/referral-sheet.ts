import { randomUUID } from 'node:crypto'

/** A referral of a school: mother, two children who are hers and her daughter's, and a row left empty. */
export const referralSheet = (teamId: string) => ({
  id: randomUUID(),
  teamId,
  subject: 'family' as const,
  familyLabel: 'Rodzina Wrzosków',
  reasonKeys: ['ubostwo', 'bezradnosc'],
  situation: 'Od października 11 nieobecności.',
  exhaustedMeans: 'Trzy rozmowy z mamą, badanie w poradni.',
  legalBasis: '',
  preConsentOn: '20.11.2026',
  violence: 'no' as const,
  people: [
    {
      givenName: 'Marta',
      familyName: 'Wrzosek',
      relationKey: 'head',
      bornOn: '',
      pesel: '85031412347',
      phone: '',
    },
    {
      givenName: 'Staś',
      familyName: 'Wrzosek',
      relationKey: 'child',
      bornOn: '02.05.2020',
      pesel: '',
      phone: '',
    },
    { givenName: '', familyName: '', relationKey: 'child', bornOn: '', pesel: '', phone: '' },
    {
      givenName: 'Ola',
      familyName: 'Wrzosek',
      relationKey: 'grandchild',
      bornOn: '02.05.2022',
      pesel: '',
      phone: '',
    },
  ],
  submit: 'on',
})
