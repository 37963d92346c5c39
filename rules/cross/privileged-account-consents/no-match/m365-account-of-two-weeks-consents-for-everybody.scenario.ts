import { scenario } from '../../../lib/scenario.ts'
import newAccountConsents from '../match/m365-new-account-consents-for-everybody.scenario.ts'

export default scenario({
  ...newAccountConsents,
  title: 'An account created two weeks ago consents to an application of another tenant for all users',
  steps: newAccountConsents.steps.with(-1, { sample: 'm365/consent-tenant-wide', at: 'P14D' }),
})
