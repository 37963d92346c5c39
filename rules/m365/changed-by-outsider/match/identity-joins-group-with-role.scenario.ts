import { scenario } from '../../../lib/scenario.ts'

const membership = {
  'Add member to role': 'Add member to group',
  'Role.ObjectID': 'Group.ObjectID',
  'Role.DisplayName': 'Group.DisplayName',
  'Role.TemplateId': 'Group.WellKnownObjectName',
  '9f3c2b1a-7d6e-4c58-8b90-a1b2c3d4e5f6': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
  'Global Administrator': 'Auditors',
  'tomas.lindqvist@northpier.example': 'auditor_contoso.example#EXT#@northpier.onmicrosoft.com',
}

export default scenario({
  title: 'A group receives Global Reader, and a guest adds an identity to it, in each log',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        ServicePrincipal: 'Group',
        'Payroll Bridge': 'Auditors',
        'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
        '62e90394-69f5-4237-9190-012177145e10': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
        'Global Administrator': 'Global Reader',
      },
    },
    { sample: 'entra/audit-role-granted-to-service-principal', at: 'P40D', replace: membership },
    { sample: 'm365/role-granted-to-service-principal', at: 'P41D', replace: membership },
  ],
})
