import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator consents for all users to sign-in to a second application with the same name',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M' },
    {
      sample: 'm365/consent-tenant-wide',
      at: 'P12D',
      replace: {
        'Harbour CRM Connector': 'Invoice Sync Helper',
        'Contacts.ReadWrite Mail.Read User.Read.All': 'openid profile User.Read',
      },
    },
  ],
})
