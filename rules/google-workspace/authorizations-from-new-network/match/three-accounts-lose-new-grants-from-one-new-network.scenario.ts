import { scenario } from '../../../lib/scenario.ts'

const threeAccounts = { personas: { 'lena.ostrow': 3 }, repeat: { every: 'PT1M', times: 3 } }
const slowly = { ...threeAccounts, repeat: { every: 'PT5M', times: 3 } }

export default scenario({
  title: 'Three people authorize a product at the office, and a server revokes their tokens an hour later',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', ...threeAccounts },
    { sample: 'google-workspace/login-success', at: 'P8D', ...threeAccounts },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20D', ...slowly },
    {
      sample: 'google-workspace/token-revoke-mail',
      at: 'P20DT1H',
      replace: { '198.51.100.71': '203.0.113.121' },
      ...slowly,
    },
  ],
})
