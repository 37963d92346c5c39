import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A program without a recorded consent has read mail for two months, and continues after a reset of the password',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P7D', times: 10 } },
    { sample: 'm365/password-reset', at: 'P65D' },
    { sample: 'm365/sessions-revoked', at: 'P65DT1M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P66D' },
  ],
})
