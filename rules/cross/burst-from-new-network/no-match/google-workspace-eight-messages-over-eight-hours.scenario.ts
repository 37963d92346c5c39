import { scenario } from '../../../lib/scenario.ts'
import stolenTokensReadAtOnce from '../match/google-workspace-stolen-tokens-read-at-once.scenario.ts'

export default scenario({
  ...stolenTokensReadAtOnce,
  title: 'An application reads one message an hour in a new network',
  steps: stolenTokensReadAtOnce.steps.map((step) =>
    step.at === 'P20DT1H' ? { ...step, repeat: { every: 'PT1H', times: 8 } } : step,
  ),
})
