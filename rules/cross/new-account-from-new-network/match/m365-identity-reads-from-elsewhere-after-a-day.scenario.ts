import { scenario } from '../../../lib/scenario.ts'
import opensMailbox from './m365-identity-opens-mailbox-from-elsewhere.scenario.ts'

export default scenario({
  ...opensMailbox,
  title: 'An application without a user reads a mailbox from a new network, and again the next day and nine days later',
  steps: [
    ...opensMailbox.steps,
    ...['P21DT1H', 'P29DT1H'].map((at) => ({ ...opensMailbox.steps[1], sample: 'entra/graph-app-reads-mailbox', at })),
  ],
})
