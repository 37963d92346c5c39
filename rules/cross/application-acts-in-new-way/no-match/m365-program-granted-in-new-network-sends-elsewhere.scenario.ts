import { scenario } from '../../../lib/scenario.ts'
import sends from '../match/m365-program-granted-in-new-network-sends.scenario.ts'

export default scenario({
  ...sends,
  title:
    'In a new network, a user grants mail access to a program that a colleague uses, and it sends a message from another network',
  steps: sends.steps.with(-1, {
    sample: 'm365/mail-sent-by-app',
    at: 'P18D',
    replace: { '203.0.113.77': '198.51.100.9' },
  }),
})
