import { scenario } from '../../lib/scenario.ts'
import { colleagueSignsIn } from './steps.ts'

export default scenario({
  title: 'A user leaves, and the mail application of the previous month keeps its grant',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/account-disabled', at: 'P30D' },
    { sample: 'm365/user-deleted', at: 'P30DT10H', personas: { 'jonas.reimer': 'mara.voss' } },
    { ...colleagueSignsIn, at: 'P34D' },
  ],
})
