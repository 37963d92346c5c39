import { scenario } from '../../../lib/scenario.ts'
import serviceAccountSignsForAStranger from '../match/google-cloud-service-account-signs-for-a-stranger.scenario.ts'

export default scenario({
  ...serviceAccountSignsForAStranger,
  title:
    'A token of a service account is obtained from a new network, and this account lets another sign from the usual one',
  steps: serviceAccountSignsForAStranger.steps.with(-1, {
    sample: 'google-cloud/audit-token-generated',
    at: 'P20DT1H',
    replace: {
      'selin.okoye@northpier.example': 'deploy-runner@northpier-sync.iam.gserviceaccount.com',
      GenerateAccessToken: 'SignBlob',
      '203.0.113.58': '198.51.100.30',
    },
  }),
})
