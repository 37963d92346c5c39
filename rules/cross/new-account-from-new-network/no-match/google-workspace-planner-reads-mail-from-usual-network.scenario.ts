import { scenario } from '../../../lib/scenario.ts'
import plannerReadsMailFromElsewhere from '../match/google-workspace-planner-reads-mail-from-elsewhere.scenario.ts'

export default scenario({
  ...plannerReadsMailFromElsewhere,
  title: 'A service account that listed a person’s files reads the same person’s mail from its usual network',
  steps: plannerReadsMailFromElsewhere.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P20DT2H',
    personas: { 'Inbox Pilot': 'invoice-sync' },
  }),
})
