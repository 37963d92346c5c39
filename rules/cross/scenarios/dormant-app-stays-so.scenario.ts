import { scenario } from '../../lib/scenario.ts'
import { payrollSignsIn } from '../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A dormant application fails to sign in and loses a key, and a user consents to another dormant application',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 5 } },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 3 } },
    { sample: 'entra/signin-app-expired-secret', at: 'P95D' },
    { sample: 'm365/credential-removed', at: 'P95DT1H' },
    {
      sample: 'm365/credential-secret-added',
      at: 'P95DT2H',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/consent-user-mail', at: 'P96D', personas: { 'mara.voss': 'ines.carver' } },
  ],
})
