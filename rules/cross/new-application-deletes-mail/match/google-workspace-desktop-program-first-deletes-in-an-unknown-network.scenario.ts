import { scenario } from '../../../lib/scenario.ts'

const program = { '"WEB"': '"NATIVE_DESKTOP"' }
const used = 'google-workspace/token-activity-gmail'

export default scenario({
  title:
    'A mail program on a computer deletes messages for the first time, in a network that it has used for ten days and where its user never signed in',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P10D', times: 3 } },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT10M', replace: program },
    { sample: used, at: 'PT1H', replace: program, repeat: { every: 'P1D', times: 24 } },
    { sample: used, at: 'P15DT3H', replace: { ...program, '203.0.113.140': '192.0.2.33' } },
    {
      sample: used,
      at: 'P25DT3H',
      replace: {
        ...program,
        '203.0.113.140': '192.0.2.33',
        'gmail.users.messages.list': 'gmail.users.messages.batchDelete',
      },
    },
  ],
})
