import { scenario } from '../../../lib/scenario.ts'
import twoCountries from '../match/google-workspace-tokens-of-a-vendor-used-in-two-countries.scenario.ts'

const second = { '"203.0.113.140"': '"192.0.2.201", "networkInfo": { "ipAsn": [64577], "regionCode": "LT" }' }

export default scenario({
  ...twoCountries,
  title: 'A vendor first serves a user from a second country, from which it has served a colleague for a month',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: second,
      repeat: { every: 'P1D', times: 20 },
      personas: { 'lena.ostrow': 'ole.brandt' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P15D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P15DT1H',
      repeat: { every: 'P1D', times: 20 },
      replace: { '"203.0.113.140"': '"203.0.113.140", "networkInfo": { "ipAsn": [64500], "regionCode": "IE" }' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: ['P34DT18H', 'P35DT6H'], replace: second },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P35DT7H',
      replace: second,
      repeat: { every: 'PT1H', times: 9 },
    },
  ],
})
