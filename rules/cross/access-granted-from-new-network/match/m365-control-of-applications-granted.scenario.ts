import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account consents, only for itself, to an application with control of all applications',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1M', replace: { 'Mail.ReadWrite': 'Application.ReadWrite.All' } }],
})
