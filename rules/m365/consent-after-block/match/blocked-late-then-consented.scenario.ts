import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A consent follows a block; the record of the block arrives after the record of the consent, and twice',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', delivered: 'PT20M' },
    { sample: 'm365/consent-blocked-risky', at: 'PT12M', delivered: 'PT2H', redelivered: ['PT3H'] },
  ],
})
