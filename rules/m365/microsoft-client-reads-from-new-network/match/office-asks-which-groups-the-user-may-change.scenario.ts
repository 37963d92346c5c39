import { scenario } from '../../../lib/scenario.ts'
import commandLine from './command-line-lists-users-from-a-new-network.scenario.ts'

export default scenario({
  ...commandLine,
  title: 'The token of Office asks from a new network which groups the user may change',
  steps: commandLine.steps.with(-1, {
    sample: 'entra/graph-command-line-lists-users',
    at: 'P16DT9M',
    replace: {
      '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
      '"requestMethod": "GET"': '"requestMethod": "POST"',
      '/v1.0/users': '/beta/roleManagement/directory/estimateAccess',
    },
  }),
})
