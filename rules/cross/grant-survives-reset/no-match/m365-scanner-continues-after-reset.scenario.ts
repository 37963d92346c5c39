import { scenario } from '../../../lib/scenario.ts'
import appPassword from '../match/m365-app-password-survives-reset.scenario.ts'

export default scenario({
  ...appPassword,
  title: 'A device that has sent mail for weeks signs in after the password reset',
  steps: appPassword.steps.map((step) => (step.at === 'P16D' ? { ...step, at: 'PT2M' } : step)),
})
