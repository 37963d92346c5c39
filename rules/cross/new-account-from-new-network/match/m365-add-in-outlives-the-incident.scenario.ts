import { scenario } from '../../../lib/scenario.ts'
import addInReads from './m365-add-in-of-a-strange-session-reads-a-site.scenario.ts'

const reads = addInReads.steps.slice(-2)

export default scenario({
  ...addInReads,
  title:
    'Two months after a site owner registered an add-in from a new network, others reset the password and end the sessions of the owner, and the add-in downloads files',
  steps: [
    ...addInReads.steps.slice(0, -2),
    ...reads.slice(1).map((step) => ({ ...step, at: 'P60D' })),
    { sample: 'm365/password-reset', at: 'P76D' },
    { sample: 'm365/sessions-revoked', at: 'P76DT1M' },
    ...reads.slice(1).map((step) => ({ ...step, at: 'P80D' })),
  ],
})
