import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application requires assignment again, and its service principal is locked',
  steps: [
    {
      sample: 'm365/service-principal-disabled',
      at: 'PT1M',
      replace: {
        AccountEnabled: 'AppRoleAssignmentRequired',
        '"NewValue": "[\\r\\n  false': '"NewValue": "[\\r\\n  true',
        '"OldValue": "[\\r\\n  true': '"OldValue": "[\\r\\n  false',
      },
    },
    {
      sample: 'm365/application-public-client',
      at: 'PT9M',
      replace: {
        PublicClient: 'ServicePrincipalLockConfiguration',
        '"[\\r\\n  true\\r\\n]"': '"[{\\"isEnabled\\":true,\\"allProperties\\":true}]"',
        '"[\\r\\n  false\\r\\n]"': '"[{\\"isEnabled\\":false,\\"allProperties\\":true}]"',
      },
    },
  ],
})
