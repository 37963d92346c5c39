import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account grants an application the control of all applications for itself',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1M', replace: { 'Mail.ReadWrite': 'Application.ReadWrite.All' } }],
})
