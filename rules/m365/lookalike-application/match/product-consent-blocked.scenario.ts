import { scenario } from '../../../lib/scenario.ts'

const named = {
  '"ServicePrincipal",\n      "Type": 2': '"Outlook Calendar Sync by Acme",\n      "Type": 1',
  'Mail.Read offline_access openid profile': 'User.Read openid profile',
}

export default scenario({
  title: 'Entra ID blocks two consents to sign-in for a product with the name of a brand: one alert',
  steps: [
    { sample: 'm365/consent-blocked-risky', at: 'PT0S', replace: named },
    { sample: 'm365/consent-blocked-risky', at: 'PT1H', replace: named },
  ],
})
