import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Everybody may sign in to an application that was for some',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/service-principal-disabled', at: 'PT1M', replace: { AccountEnabled: 'AppRoleAssignmentRequired' } },
  ],
})
