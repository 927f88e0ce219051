/** What is attached, and the documents that the product fills in. */
export const paperPermissions = [
  // signed papers of a team, and what else is attached to it
  'team.attachments',
  'team.openAttachment',
  'team.attach',
  // the signed authorisation of a person
  'people.openAuthorisation',
  'people.attachAuthorisation',
  // documents that the product fills in
  'document.list',
  'document.team',
  'document.attach',
  'document.person',
  // templates of a ROPS in the place of the built-in ones
  'document.templates',
  'document.putTemplate',
  'document.choosePreview',
  'document.previewTemplate',
  'document.useTemplate',
  'document.withdrawTemplate',
] as const
