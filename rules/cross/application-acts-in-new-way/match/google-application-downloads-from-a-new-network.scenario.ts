import { scenario } from '../../../lib/scenario.ts'

const elsewhere = { '203.0.113.140': '192.0.2.77' }

export default scenario({
  title: 'An application that listed mail for weeks lists it from a new network, and reads it there three hours later',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'P0D', repeat: { every: 'P2D', times: 10 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20D', replace: elsewhere },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT3H',
      replace: { ...elsewhere, 'gmail.users.messages.list': 'gmail.users.messages.get' },
    },
  ],
})
