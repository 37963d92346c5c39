import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Policies of an access package admit external users with approval, and those of one organization without',
  steps: [
    { sample: 'entra/audit-polled-access-package-policy-opened', at: 'PT0M', replace: { '\\"False\\"': '\\"True\\"' } },
    {
      sample: 'entra/audit-polled-access-package-policy-opened',
      at: 'PT5M',
      replace: { AllExternalUsers: 'SpecificConnectedOrganizationUsers', '3d9e51a7-6c20': '3d9e51a8-6c20' },
    },
  ],
})
