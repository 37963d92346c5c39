import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A phone mail client that changes networks every day reads mail from a hosting network',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S', replace: { '"WEB"': '"NATIVE_ANDROID"' } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { '"WEB"': '"NATIVE_ANDROID"' },
      repeat: { every: 'P1D', times: 20 },
    },
    ...['198.51.100.14', '198.18.7.20', '198.19.4.9'].map((address, trip) => ({
      sample: 'google-workspace/token-activity-gmail',
      at: `P${2 + 6 * trip}DT3H`,
      replace: { '"WEB"': '"NATIVE_ANDROID"', '203.0.113.140': address },
    })),
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT1H',
      replace: { '"WEB"': '"NATIVE_ANDROID"', '"203.0.113.140"': '"192.0.2.33", "networkInfo": { "ipAsn": [9009] }' },
    },
  ],
})
