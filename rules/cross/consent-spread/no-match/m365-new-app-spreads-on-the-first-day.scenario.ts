import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people consent to one application on the first day of the log source',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT0H', repeat: { every: 'PT1H', times: 5 }, personas: { 'mara.voss': 5 } },
  ],
})
