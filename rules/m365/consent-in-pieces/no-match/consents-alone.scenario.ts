import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An export of consents alone: of none of them has the grant come',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H' },
    { sample: 'm365/consent-user-mail', at: 'PT5H', replace: { 'mara.voss': 'ines.carver' } },
    { sample: 'm365/consent-user-sign-in-only', at: 'P1D' },
  ],
})
