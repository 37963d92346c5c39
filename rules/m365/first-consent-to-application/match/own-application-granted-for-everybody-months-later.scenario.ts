import { scenario } from '../../../lib/scenario.ts'
import own from '../../tenant-wide-consent/no-match/own-application-registered-and-granted.scenario.ts'

export default scenario({
  ...own,
  title:
    'An administrator consents for all users to an application that the organization registered three months earlier',
  steps: own.steps.with(-1, { sample: 'm365/consent-tenant-wide', at: 'P91D' }),
})
