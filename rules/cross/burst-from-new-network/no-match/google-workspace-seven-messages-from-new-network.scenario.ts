import { scenario } from '../../../lib/scenario.ts'
import stolenTokensReadAtOnce from '../match/google-workspace-stolen-tokens-read-at-once.scenario.ts'

export default scenario({
  ...stolenTokensReadAtOnce,
  title: 'An application reads seven messages in the first hour in a new network',
  steps: stolenTokensReadAtOnce.steps.map((step) =>
    step.at === 'P20DT1H' ? { ...step, repeat: { every: 'PT5M', times: 7 } } : step,
  ),
})
