import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that read mail for weeks with the consent of its user sends a message',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P1D', repeat: { every: 'P2D', times: 15 } },
    { sample: 'm365/mail-sent-by-app', at: 'P40D' },
  ],
})
