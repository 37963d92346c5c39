import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application receives a secret, and a user grants the application access to his contacts',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT30M',
      personas: { 'Invoice Sync Helper': 'Payroll Bridge' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile' },
    },
  ],
})
