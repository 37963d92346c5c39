import { scenario } from '../../../lib/scenario.ts'
import own from '../no-match/own-application-registered-and-granted.scenario.ts'

export default scenario({
  ...own,
  title:
    'An administrator registers an application of the organization and consents to critical permissions for all users',
  steps: [
    ...own.steps.slice(0, 1),
    { sample: 'm365/consent-tenant-wide', at: 'PT2M', replace: { 'Mail.Read': 'Mail.ReadWrite Mail.Send' } },
  ],
})
