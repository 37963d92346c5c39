import { scenario } from '../../../lib/scenario.ts'
import rollout from '../no-match/google-workspace-program-rolled-out-on-a-journey.scenario.ts'

const program = { '"WEB"': '"NATIVE_DESKTOP"' }
const rented = '"203.0.113.121", "networkInfo": { "ipAsn": [9009], "regionCode": "NL" }'

export default scenario({
  ...rollout,
  title:
    'A mail program that three colleagues also connected this week receives a grant on the first day of an account on a rented server, and reads eight messages',
  steps: [
    ...rollout.steps.slice(0, 5),
    { sample: 'google-workspace/login-success', at: 'P34D', replace: { '"198.51.100.71"': rented } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P34DT10M',
      replace: { ...program, '198.51.100.71': '203.0.113.121', '64496': '9009' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P34DT15M',
      replace: { ...program, '"203.0.113.140"': rented, 'gmail.users.messages.list': 'gmail.users.messages.get' },
      repeat: { every: 'PT20S', times: 8 },
    },
  ],
})
