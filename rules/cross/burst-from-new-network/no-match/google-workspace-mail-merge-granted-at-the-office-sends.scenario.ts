import { scenario } from '../../../lib/scenario.ts'
import granted from '../match/google-workspace-mail-merge-granted-in-a-new-network-sends.scenario.ts'

export default scenario({
  ...granted,
  title: 'A new application receives its grant at the office, and sends eight messages from its own network',
  steps: granted.steps.toSpliced(2, 2, { sample: 'google-workspace/token-authorize-mail', at: 'P20DT10M' }),
})
