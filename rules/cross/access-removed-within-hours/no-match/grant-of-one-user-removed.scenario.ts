import { scenario } from '../../../lib/scenario.ts'

const crm = { 'Invoice Sync Helper': 'Harbour CRM Connector' }

export default scenario({
  title: 'An administrator consents for all users, the application reads mail, and a grant of one user is removed',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT0S' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', personas: crm },
    { sample: 'm365/delegated-grant-removed', at: 'PT2H', personas: crm },
  ],
})
