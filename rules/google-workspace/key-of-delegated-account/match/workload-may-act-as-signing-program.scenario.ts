import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A day after a service account signed a token request, a third-party workload may create its tokens',
  steps: [
    { sample: 'google-cloud/audit-token-signed-by-service-account', at: 'PT0S' },
    {
      sample: 'google-cloud/audit-service-account-opened-to-user',
      at: 'P1D',
      replace: {
        'user:selin.okoye@northpier.example':
          'principal://iam.googleapis.com/projects/700000000001/locations/global/workloadIdentityPools/builds/subject/arn:aws:sts::900000000001:assumed-role/build/i-1',
      },
    },
  ],
})
