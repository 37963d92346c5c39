import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads files of a user after her suspension; only the Drive log records the downloads',
  steps: [
    { sample: 'google-workspace/drive-download-by-app', at: 'P8D', delivered: 'P8DT3H' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D', delivered: 'P9DT2H' },
    { sample: 'google-workspace/drive-download-by-app', at: 'P9DT5H', delivered: 'P9DT9H' },
  ],
})
