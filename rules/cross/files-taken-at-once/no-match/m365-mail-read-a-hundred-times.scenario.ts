import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application opens a mailbox a hundred times within an hour',
  steps: [{ sample: 'm365/mail-items-accessed-bind', at: 'PT1M', repeat: { every: 'PT30S', times: 100 } }],
})
