import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user has a low risk, a dismissed risk and a risk state, and consents to an application',
  steps: [
    {
      sample: 'entra/risk-user-anonymous-address',
      at: 'PT1M',
      replace: { '"riskLevel": "medium"': '"riskLevel": "low"' },
    },
    {
      sample: 'entra/risk-user-anonymous-address',
      at: 'PT2M',
      replace: { '"riskState": "atRisk"': '"riskState": "dismissed"', '61f0d': '61f0e' },
    },
    { sample: 'entra/risk-user-state', at: 'PT3M' },
    { sample: 'm365/consent-user-mail', at: 'PT31M' },
  ],
})
