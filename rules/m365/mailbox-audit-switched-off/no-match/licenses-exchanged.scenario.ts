import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'In a usual network, a smaller product replaces another one, an account loses all licenses, several plans are disabled, and the audit plan returns',
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
          '[\\"[SkuName=SPE_E3, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[]]\\"]',
      },
    },
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'PT3M',
      replace: {
        'Update authorization policy': 'Change user license',
        PermissionGrantPolicyIdsAssignedToDefaultUserRole: 'AssignedLicense',
        '"oldValue": "[]"':
          '"oldValue": "[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[]]\\"]"',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]':
          '[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[SWAY, M365_ADVANCED_AUDITING]]\\"]',
      },
    },
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'PT4M',
      replace: {
        'Update authorization policy': 'Change user license',
        PermissionGrantPolicyIdsAssignedToDefaultUserRole: 'AssignedLicense',
        '"oldValue": "[]"':
          '"oldValue": "[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[M365_ADVANCED_AUDITING]]\\"]"',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]':
          '[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[]]\\"]',
      },
    },
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'PT5M',
      replace: {
        'Update authorization policy': 'Change user license',
        PermissionGrantPolicyIdsAssignedToDefaultUserRole: 'AssignedLicense',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]':
          '[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[M365_ADVANCED_AUDITING]]\\"]',
      },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'PT6M',
      replace: {
        BlindCopyTo: 'Quarantine',
        'archive@northpier-billing.example': 'True',
      },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'PT7M',
      replace: {
        BlindCopyTo: 'DeleteMessage',
        'archive@northpier-billing.example': 'False',
      },
    },
  ],
})
