import { scenario } from '../../../lib/scenario.ts'
import malwareAndItsOperator from '../match/malware-and-its-operator.scenario.ts'

const thunderbird = {
  '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com':
    '406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj.apps.googleusercontent.com',
}

export default scenario({
  ...malwareAndItsOperator,
  title: 'A mail client calls from Hong Kong the night after its authorization in Germany',
  steps: malwareAndItsOperator.steps.map((step) => ({ ...step, replace: { ...step.replace, ...thunderbird } })),
})
