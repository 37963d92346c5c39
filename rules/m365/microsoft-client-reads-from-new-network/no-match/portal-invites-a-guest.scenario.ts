import { scenario } from '../../../lib/scenario.ts'
import commandLine from '../match/command-line-lists-users-from-a-new-network.scenario.ts'

export default scenario({
  ...commandLine,
  title: 'The Azure portal invites a guest from a new network',
  steps: commandLine.steps.with(-1, {
    sample: 'entra/graph-command-line-lists-users',
    at: 'P16DT9M',
    replace: {
      '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
      '"requestMethod": "GET"': '"requestMethod": "POST"',
      '/v1.0/users': '/v1.0/invitations',
    },
  }),
})
