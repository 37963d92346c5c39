import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mail tool reads mail from time to time',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P4D', repeat: { every: 'P30D', times: 5 } },
  ],
})
