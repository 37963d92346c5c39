import { scenario } from '../../../lib/scenario.ts'
import base from '../match/google-workspace-all-mail-delegated-on-a-rented-server.scenario.ts'

export default scenario({
  ...base,
  title: 'An administrator delegates all mail and files to a new client from a new network of another provider',
  steps: base.steps.with(-1, {
    sample: 'google-workspace/admin-delegation-granted',
    at: 'P20D',
    replace: { '"ipAddress": "198.51.100.12"': '"ipAddress": "203.0.113.176", "networkInfo": { "ipAsn": [64511] }' },
  }),
})
