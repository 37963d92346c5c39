import { scenario } from '../../../lib/scenario.ts'
import malwareAndItsOperator from '../match/malware-and-its-operator.scenario.ts'

const phone = { '"WEB"': '"NATIVE_ANDROID"' }

export default scenario({
  ...malwareAndItsOperator,
  title: 'An app on a phone calls from Hong Kong the day after its authorization in Germany',
  steps: malwareAndItsOperator.steps.map((step) => ({ ...step, replace: { ...step.replace, ...phone } })),
})
