import { scenario } from '../../../lib/scenario.ts'
import shell from './exchange-shell-in-a-new-network.scenario.ts'

export default scenario({
  ...shell,
  title: 'A thief opens Graph Explorer with the session of a user in a new network',
  steps: shell.steps.with(-1, {
    sample: 'entra/signin-user-app',
    at: 'P16DT20H',
    personas: { 'Invoice Sync Helper': 'Graph Explorer' },
    replace: { '198.51.100.23': '192.0.2.33' },
  }),
})
