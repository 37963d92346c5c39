import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account that reads a bucket from inside the cloud every day reads the bucket from a new network',
  steps: [
    {
      sample: 'google-cloud/audit-bucket-object-read',
      at: 'PT0S',
      replace: { '2001:db8:7::20': 'private' },
      repeat: { every: 'P1D', times: 20 },
    },
    { sample: 'google-cloud/audit-bucket-object-read', at: 'P20DT1H' },
  ],
})
