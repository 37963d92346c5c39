import { scenario } from '../../../lib/scenario.ts'
import searched from '../match/three-searches-for-credentials.scenario.ts'

export default scenario({
  ...searched,
  title: 'A program searches the directory for applications with three such words in their names',
  steps: searched.steps.map((step) => ({ ...step, replace: { ...step.replace, '/me/messages': '/applications' } })),
})
