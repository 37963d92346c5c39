import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user registers an application with a secret, and consents to read her own mail',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT30M',
      personas: { 'Invoice Sync Helper': 'Payroll Bridge' },
      replace: { 'Mail.ReadWrite Mail.Send': 'Mail.Read' },
    },
  ],
})
