import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Google device receives access to files, and a device is denied access',
  steps: [
    {
      sample: 'google-workspace/token-authorize-device',
      at: 'PT1M',
      replace: { '226604981173-m4c8z2v6x0q1n7k3b9t5r2w8y4p6s1df': '32555940559' },
    },
    { sample: 'google-workspace/token-deny', at: 'PT2M', replace: { '"WEB"': '"CONNECTED_DEVICE"' } },
  ],
})
