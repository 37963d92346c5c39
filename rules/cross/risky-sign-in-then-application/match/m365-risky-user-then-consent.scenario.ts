import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Entra ID Protection detects a risk on a user, and the user consents to an application half an hour later',
  steps: [
    { sample: 'entra/risk-user-anonymous-address', at: 'PT1M', delivered: 'PT5M' },
    { sample: 'm365/consent-user-mail', at: 'PT31M' },
  ],
})
