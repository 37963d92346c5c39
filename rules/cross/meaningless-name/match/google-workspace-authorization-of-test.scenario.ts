import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user lets an application called test at her mail',
  start: '2026-04-14T07:00:00Z',
  steps: [{ sample: 'google-workspace/token-authorize-mail', at: 'PT1M', replace: { 'Inbox Pilot': 'test' } }],
})
