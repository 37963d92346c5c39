import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An account consents to an application with critical permissions for sign-in policies, without control of the directory, and with read access to all of it',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1M',
      replace: { 'Mail.ReadWrite': 'Policy.ReadWrite.ConditionalAccess Directory.Read.All' },
    },
  ],
})
