import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to a new application after three months of consents; the record arrives late and twice',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    { sample: 'm365/consent-user-mail', at: 'P91D', delivered: 'P91DT5H', redelivered: ['P92D'] },
  ],
})
