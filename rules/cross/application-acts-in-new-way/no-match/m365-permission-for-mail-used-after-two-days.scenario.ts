import { scenario } from '../../../lib/scenario.ts'
import months from '../match/m365-permission-for-mail-first-used-weeks-later.scenario.ts'

export default scenario({
  ...months,
  title: 'An application without a user first sends a message two days after its permission',
  steps: months.steps.map((step) => (step.at === 'P70D' ? { ...step, at: 'P42D' } : step)),
})
