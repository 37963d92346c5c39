import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A group receives Global Administrator, and an account makes a person an eligible member from a new network',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        ServicePrincipal: 'Group',
        'Payroll Bridge': 'Operators',
        'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
      },
    },
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      replace: { '"isInteractive": false': '"isInteractive": true' },
    },
    {
      sample: 'entra/audit-eligible-role-granted-in-pim-timebound',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        'Global Administrator': 'Member',
        '"type": "Request"': '"type": "Group"',
        'a7209ba5-700c-59ff-bda1-4905c7c18171': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
      },
    },
  ],
})
