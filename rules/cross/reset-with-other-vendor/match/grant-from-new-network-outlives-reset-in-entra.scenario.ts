import { scenario } from '../../../lib/scenario.ts'

const away = { '198.51.100.71': '203.0.113.121' }

export default scenario({
  title:
    'A person grants a client Gmail access from a new network; an administrator resets the password in Entra ID, and the client continues to read',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    { sample: 'google-workspace/login-success', at: 'P8D' },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: away },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT10M', replace: { ...away, '64496': '64511' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H' },
    { sample: 'm365/password-reset', at: 'P22D', replace: { 'mara.voss': 'lena.ostrow' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P22DT4H', delivered: 'P22DT5H' },
  ],
})
