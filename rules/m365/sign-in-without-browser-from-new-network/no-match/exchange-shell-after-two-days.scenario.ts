import { scenario } from '../../../lib/scenario.ts'
import shell from '../match/exchange-shell-in-a-new-network.scenario.ts'

export default scenario({
  ...shell,
  title: 'An administrator starts Exchange Online PowerShell two days after the first sign-in from a network',
  steps: shell.steps.map((step, i) => (i === shell.steps.length - 1 ? { ...step, at: 'P18D' } : step)),
})
