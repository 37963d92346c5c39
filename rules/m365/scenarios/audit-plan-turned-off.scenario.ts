import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'The audit plan is turned off in the license of two accounts, in each log',
  steps: [
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'PT1M',
      replace: {
        'Update authorization policy': 'Change user license',
        PermissionGrantPolicyIdsAssignedToDefaultUserRole: 'AssignedLicense',
        '"oldValue": "[]"':
          '"oldValue": "[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[]]\\"]"',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]':
          '[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[M365_ADVANCED_AUDITING]]\\"]',
      },
    },
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'P2DT2M',
      replace: {
        'Update permission grant policy.': 'Change user license.',
        Includes: 'AssignedLicense',
        '[\\r\\n  \\"low-risk-permissions\\",\\r\\n  \\"any-publisher\\"\\r\\n]':
          '[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[SWAY, M365_ADVANCED_AUDITING]]\\"]',
        '[\\r\\n  \\"low-risk-permissions\\"\\r\\n]':
          '[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[SWAY]]\\"]',
      },
    },
  ],
})
