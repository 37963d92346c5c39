import { scenario } from '../../../lib/scenario.ts'
import roleGivenByServicePrincipal from '../match/role-given-by-service-principal.scenario.ts'

const [byApplication] = roleGivenByServicePrincipal.steps

export default scenario({
  title:
    'Privileged Identity Management makes a person an administrator in the unified audit log, as do access packages and lifecycle workflows',
  steps: [
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT1M',
      replace: {
        ...(byApplication as { readonly replace: Readonly<Record<string, string>> }).replace,
        '"ID": "tomas.lindqvist@northpier.example",\n      "Type": 5':
          '"ID": "01fc33a7-78ba-4d2f-a4b7-768e336e890e",\n      "Type": 2',
      },
    },
    ...['Azure AD Identity Governance - Entitlement Management', 'Lifecycle Workflows'].map((name, i) => ({
      sample: 'entra/audit-role-granted-by-application',
      at: `PT${2 + i}M`,
      replace: { '"displayName": "Payroll Bridge"': `"displayName": "${name}"` },
    })),
  ],
})
