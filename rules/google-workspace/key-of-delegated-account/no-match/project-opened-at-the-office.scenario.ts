import { scenario } from '../../../lib/scenario.ts'
import colleague from '../match/colleague-may-act-as-signing-program-from-new-network.scenario.ts'

const sample = 'google-cloud/audit-project-role-to-user'

export default scenario({
  title: 'An engineer gives a role over service accounts at the office, and others from a new network',
  steps: [
    ...colleague.steps.slice(0, -1),
    { sample, at: 'P29DT2H', replace: { 'roles/viewer': 'roles/iam.serviceAccountTokenCreator' } },
    { sample, at: 'P30D', replace: { '198.51.100.40': '192.0.2.77' } },
    {
      sample,
      at: 'P30DT1H',
      replace: {
        '198.51.100.40': '192.0.2.77',
        'roles/viewer': 'roles/iam.serviceAccountTokenCreator',
        '"ADD"': '"REMOVE"',
      },
    },
  ],
})
