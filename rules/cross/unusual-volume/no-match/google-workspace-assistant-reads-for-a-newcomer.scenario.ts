import { scenario } from '../../../lib/scenario.ts'
import assistantReadsForAnother from '../match/google-workspace-assistant-reads-for-another.scenario.ts'

export default scenario({
  ...assistantReadsForAnother,
  title: 'An assistant reads many messages and files in one night for a person who has used it for only a month',
  steps: assistantReadsForAnother.steps.with(0, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P19DT1H',
    repeat: { every: 'P1D', times: 31 },
  }),
})
