import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A key is created for a service account that works without delegation',
  steps: [
    { sample: 'google-workspace/drive-download-by-service-account', at: 'P19D' },
    { sample: 'google-cloud/audit-token-generated', at: 'P19DT1H' },
    { sample: 'google-cloud/audit-service-account-key-created', at: 'P20D' },
  ],
})
