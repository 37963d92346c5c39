import { scenario } from '../../../lib/scenario.ts'

const vendor = { '"203.0.113.140"': '"203.0.113.140", "networkInfo": { "ipAsn": [64500], "regionCode": "IE" }' }
const stranger = { '"203.0.113.140"': '"192.0.2.201", "networkInfo": { "ipAsn": [64577], "regionCode": "LT" }' }

export default scenario({
  title: 'A stranger reads with the tokens of a vendor, which works on in its country, and synchronizes ten times',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: vendor,
      repeat: { every: 'P1D', times: 20 },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P19DT18H', replace: stranger },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H', replace: vendor },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT6H',
      replace: { ...stranger, 'gmail.users.messages.list': 'gmail.users.history.list' },
      repeat: { every: 'PT1H', times: 10 },
    },
  ],
})
