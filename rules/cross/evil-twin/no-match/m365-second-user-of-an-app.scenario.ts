import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A second user consents to the same application',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'P12D', personas: { 'mara.voss': 'ines.carver' } },
  ],
})
