import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../scenarios/steps.ts'

export default scenario({
  title: 'A consent grants new permissions, and the record of the grant is missing',
  steps: [
    { sample: 'm365/consent-user-sign-in-only', at: 'PT10M', bundle: 'whole' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'PT10M',
      bundle: 'whole',
      personas: { 'mara.voss': 'jonas.reimer', 'Invoice Sync Helper': 'Harbour CRM Connector' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' },
    },
    { sample: 'm365/consent-user-mail', at: 'PT1H', redelivered: ['PT3H'] },
    { ...colleagueSignsIn, at: 'P1D' },
  ],
})
