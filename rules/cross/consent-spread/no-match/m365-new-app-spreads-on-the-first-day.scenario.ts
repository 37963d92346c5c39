import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people consent to one application on the first day of the log source',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT0H', repeat: { every: 'PT1H', times: 5 }, personas: { 'mara.voss': 5 } },
  ],
})
