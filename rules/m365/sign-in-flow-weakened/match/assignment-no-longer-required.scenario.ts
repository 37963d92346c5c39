import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One change removes the assignment requirement of an application and adds a redirect address',
  steps: [
    {
      sample: 'm365/application-changed-at-once',
      at: 'PT1M',
      replace: {
        AvailableToOtherTenants: 'AppRoleAssignmentRequired',
        '"[\\r\\n  true\\r\\n]"': '"[\\r\\n  false\\r\\n]"',
        '"[\\r\\n  false\\r\\n]"': '"[\\r\\n  true\\r\\n]"',
      },
    },
  ],
})
