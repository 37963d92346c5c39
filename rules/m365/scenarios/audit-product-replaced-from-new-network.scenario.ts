import { scenario } from '../../lib/scenario.ts'

const asTomas = { 'mara.voss': 'tomas.lindqvist' }
const network = { '198.51.100.23': '192.0.2.33' }

export default scenario({
  title:
    'From a new network, an administrator disables several plans, replaces a product that contains the audit plan, and sends mail to quarantine',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, personas: asTomas },
    { sample: 'entra/signin-user-app', at: 'P20D', personas: asTomas, replace: network },
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'P20DT5M',
      replace: {
        '198.51.100.31': '192.0.2.33',
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
      at: 'P20DT10M',
      replace: {
        '198.51.100.31': '192.0.2.33',
        'Update authorization policy': 'Change user license',
        PermissionGrantPolicyIdsAssignedToDefaultUserRole: 'AssignedLicense',
        '"oldValue": "[]"':
          '"oldValue": "[\\"[SkuName=SPE_E5, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[]]\\"]"',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]':
          '[\\"[SkuName=SPE_E3, AccountId=5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, SkuId=06ebc4ee-1bb5-47dd-8120-11324bc54e06, DisabledPlans=[]]\\"]',
      },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P20DT20M',
      replace: {
        '[2001:db8:51::40]': '192.0.2.33',
        BlindCopyTo: 'Quarantine',
        'archive@northpier-billing.example': 'True',
      },
    },
  ],
})
