import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft service processes the mailbox of a leaver',
  steps: [
    { sample: 'm365/mail-items-accessed-by-service', at: 'PT1H' },
    { sample: 'm365/account-disabled', at: 'P11D' },
    { sample: 'm365/mail-items-accessed-by-service', at: 'P13D' },
  ],
})
