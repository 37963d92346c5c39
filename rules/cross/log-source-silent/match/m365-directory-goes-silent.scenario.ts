import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The sign-in records stop after three weeks, while mail records continue',
  steps: [
    { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'PT6H', times: 72 } },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT3H', repeat: { every: 'PT12H', times: 44 } },
  ],
})
