import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account created a day ago consents to an application of another tenant for all users',
  steps: [
    {
      sample: 'm365/account-disabled',
      at: 'PT0M',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { 'Disable account.': 'Add user.' },
    },
    {
      sample: 'm365/consent-tenant-wide',
      at: 'P1D',
    },
  ],
})
