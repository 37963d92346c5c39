import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A trusted location loses a range, a location is no longer trusted, or a location without trust grows',
  steps: [
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT1M',
      replace: {
        'Update permission grant policy.': 'Update policy.',
        Includes: 'PolicyDetail',
        '[\\r\\n  \\"low-risk-permissions\\",\\r\\n  \\"any-publisher\\"\\r\\n]':
          '[\\"{\\\\\\"KnownNetworkPolicies\\\\\\": {\\\\\\"NetworkName\\\\\\": \\\\\\"Office\\\\\\", \\\\\\"CidrIpRanges\\\\\\": [\\\\\\"198.51.100.0/24\\\\\\"], \\\\\\"Categories\\\\\\": [\\\\\\"trusted\\\\\\"]}}\\"]',
        '[\\r\\n  \\"low-risk-permissions\\"\\r\\n]':
          '[\\"{\\\\\\"KnownNetworkPolicies\\\\\\": {\\\\\\"NetworkName\\\\\\": \\\\\\"Office\\\\\\", \\\\\\"CidrIpRanges\\\\\\": [\\\\\\"198.51.100.0/24\\\\\\", \\\\\\"192.0.2.64/27\\\\\\"], \\\\\\"Categories\\\\\\": [\\\\\\"trusted\\\\\\"]}}\\"]',
      },
    },
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT2M',
      replace: {
        'Update permission grant policy.': 'Update policy.',
        Includes: 'PolicyDetail',
        '[\\r\\n  \\"low-risk-permissions\\",\\r\\n  \\"any-publisher\\"\\r\\n]':
          '[\\"{\\\\\\"KnownNetworkPolicies\\\\\\": {\\\\\\"NetworkName\\\\\\": \\\\\\"Office\\\\\\", \\\\\\"CidrIpRanges\\\\\\": [\\\\\\"198.51.100.0/24\\\\\\", \\\\\\"192.0.2.64/27\\\\\\"], \\\\\\"Categories\\\\\\": []}}\\"]',
        '[\\r\\n  \\"low-risk-permissions\\"\\r\\n]':
          '[\\"{\\\\\\"KnownNetworkPolicies\\\\\\": {\\\\\\"NetworkName\\\\\\": \\\\\\"Office\\\\\\", \\\\\\"CidrIpRanges\\\\\\": [\\\\\\"198.51.100.0/24\\\\\\"], \\\\\\"Categories\\\\\\": []}}\\"]',
      },
    },
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'PT3M',
      replace: {
        'Update authorization policy': 'Update named location',
        '"PermissionGrantPolicyIdsAssignedToDefaultUserRole",': '"NamedLocation",',
        '"oldValue": "[]"':
          '"oldValue": "{\\"displayName\\": \\"Office\\", \\"isTrusted\\": true, \\"ipRanges\\": [{\\"cidrAddress\\": \\"198.51.100.0/24\\"}, {\\"cidrAddress\\": \\"192.0.2.64/27\\"}]}"',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]':
          '{\\"displayName\\": \\"Office\\", \\"isTrusted\\": true, \\"ipRanges\\": [{\\"cidrAddress\\": \\"198.51.100.0/24\\"}]}',
      },
    },
    {
      sample: 'entra/audit-authorization-policy-loosened',
      at: 'PT4M',
      replace: {
        'Update authorization policy': 'Update named location',
        '"PermissionGrantPolicyIdsAssignedToDefaultUserRole",': '"NamedLocation",',
        '"oldValue": "[]"':
          '"oldValue": "{\\"displayName\\": \\"Office\\", \\"isTrusted\\": true, \\"ipRanges\\": [{\\"cidrAddress\\": \\"198.51.100.0/24\\"}]}"',
        '[\\"ManagePermissionGrantsForSelf.microsoft-user-default-legacy\\"]':
          '{\\"displayName\\": \\"Office\\", \\"isTrusted\\": false, \\"ipRanges\\": [{\\"cidrAddress\\": \\"198.51.100.0/24\\"}, {\\"cidrAddress\\": \\"192.0.2.64/27\\"}]}',
      },
    },
  ],
})
