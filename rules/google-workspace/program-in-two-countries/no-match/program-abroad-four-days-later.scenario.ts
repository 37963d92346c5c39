import { scenario } from '../../../lib/scenario.ts'
import malwareAndItsOperator from '../match/malware-and-its-operator.scenario.ts'

export default scenario({
  ...malwareAndItsOperator,
  title: 'A program that one user authorized in Germany calls from Hong Kong almost four days later',
  steps: malwareAndItsOperator.steps.map((step, i) => (i === 0 ? step : { ...step, at: 'P3DT18H' })),
})
