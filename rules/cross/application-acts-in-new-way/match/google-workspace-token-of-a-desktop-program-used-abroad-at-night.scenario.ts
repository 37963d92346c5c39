import { scenario } from '../../../lib/scenario.ts'

const program = { '"WEB"': '"NATIVE_DESKTOP"' }
const home = {
  ...program,
  '"203.0.113.140"': '"198.51.100.71", "networkInfo": { "ipAsn": [64496], "regionCode": "DE" }',
}
const abroad = {
  ...program,
  '"203.0.113.140"': '"192.0.2.77", "networkInfo": { "ipAsn": [64512], "regionCode": "RO" }',
}

export default scenario({
  title: 'The token of a desktop program is used in Romania on two nights, and in Germany on the day between',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT2M', replace: program },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: home,
      repeat: { every: 'P1D', times: 20 },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P19DT18H', replace: abroad },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H', replace: home },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT18H', replace: abroad },
  ],
})
