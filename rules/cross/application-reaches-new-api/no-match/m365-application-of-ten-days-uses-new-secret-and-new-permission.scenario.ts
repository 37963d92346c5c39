import { scenario } from '../../../lib/scenario.ts'
import old from '../match/m365-application-of-two-months-uses-new-secret-and-new-permission.scenario.ts'

export default scenario({
  ...old,
  title: 'An application that was registered ten days ago receives a second secret and a permission, and uses them',
  steps: old.steps.map((step) => (step.sample === 'm365/application-added' ? { ...step, at: 'P50D' } : step)),
})
