import { scenario } from '../../../lib/scenario.ts'
import commandLine from '../match/command-line-lists-users-from-a-new-network.scenario.ts'

export default scenario({
  ...commandLine,
  title: 'Outlook for phones creates a group from a new network',
  steps: commandLine.steps.with(-1, {
    sample: 'entra/graph-command-line-lists-users',
    at: 'P16DT9M',
    replace: {
      '04b07795-8ddb-461a-bbee-02f9e1bf7b46': '27922004-5251-4030-b22d-91ecd9a37ea4',
      '"requestMethod": "GET"': '"requestMethod": "POST"',
      '/v1.0/users': '/v1.0/groups',
    },
  }),
})
