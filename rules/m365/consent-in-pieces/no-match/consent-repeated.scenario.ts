import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator consents again to existing permissions, and no grant is recorded',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', bundle: 'consent', replace: { 'mara.voss': 'petr.novak' } },
    { sample: 'm365/delegated-grant-added', at: 'PT1M', bundle: 'consent', replace: { 'mara.voss': 'petr.novak' } },
    { sample: 'm365/consent-tenant-wide-repeated', at: 'PT1H' },
    { sample: 'm365/sign-in', at: 'P1D', replace: { 'mara.voss': 'ines.carver', e2f4c6a8: '91d6c3b8' } },
  ],
})
