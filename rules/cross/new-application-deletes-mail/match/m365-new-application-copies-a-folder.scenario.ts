import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The first person in the organization connects a mail program, which copies a whole folder on the same day',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT1M' },
    { sample: 'm365/consent-user-mail', at: 'PT1M' },
    { sample: 'm365/mail-items-accessed-sync', at: 'PT10M' },
  ],
})
