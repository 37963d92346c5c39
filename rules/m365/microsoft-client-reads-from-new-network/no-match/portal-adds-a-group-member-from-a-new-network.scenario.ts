import { scenario } from '../../../lib/scenario.ts'
import portalAssignsARole from '../match/portal-assigns-a-role-from-a-new-network.scenario.ts'

export default scenario({
  ...portalAssignsARole,
  title: 'The Azure portal adds a member to a group where its administrator works for the first time',
  steps: portalAssignsARole.steps.with(-1, {
    sample: 'entra/graph-command-line-lists-users',
    at: 'P16DT9M',
    replace: {
      '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
      '"requestMethod": "GET"': '"requestMethod": "POST"',
      '/v1.0/users': '/v1.0/groups/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/members/$ref',
    },
  }),
})
