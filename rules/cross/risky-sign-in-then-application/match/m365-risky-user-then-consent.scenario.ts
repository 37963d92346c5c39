import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Entra ID Protection detects a risk on a user, and the user consents to an application half an hour later',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'entra/risk-user-anonymous-address', at: 'PT1M', delivered: 'PT5M' },
    { sample: 'm365/consent-user-mail', at: 'PT31M' },
  ],
})
