import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application no longer requires assignment, so that all users can sign in',
  steps: [
    { sample: 'm365/service-principal-disabled', at: 'PT1M', replace: { AccountEnabled: 'AppRoleAssignmentRequired' } },
  ],
})
