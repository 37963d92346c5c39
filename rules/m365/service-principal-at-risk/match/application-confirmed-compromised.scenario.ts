import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator confirms that an application is compromised',
  steps: [
    {
      sample: 'entra/risk-app-suspicious-api-traffic',
      at: 'PT1M',
      replace: {
        suspiciousAPITraffic: 'adminConfirmedServicePrincipalCompromised',
        '"riskState": "atRisk"': '"riskState": "confirmedCompromised"',
      },
    },
  ],
})
