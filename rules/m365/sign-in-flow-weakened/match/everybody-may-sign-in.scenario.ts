import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application no longer requires assignment, so that all users can sign in',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/service-principal-disabled', at: 'PT1M', replace: { AccountEnabled: 'AppRoleAssignmentRequired' } },
  ],
})
