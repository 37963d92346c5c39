import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a new application after three months of authorizations; the record arrives hours late',
  steps: [
    { sample: 'google-workspace/token-authorize-device', at: 'PT1H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P91D', delivered: 'P91DT5H', redelivered: ['P92D'] },
  ],
})
