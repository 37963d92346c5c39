import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to an application with her own name',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1M', replace: { 'Invoice Sync Helper': 'mara.voss' } }],
})
