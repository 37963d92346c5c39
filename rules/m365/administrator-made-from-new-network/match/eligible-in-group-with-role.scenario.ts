import { scenario } from '../../../lib/scenario.ts'
import { groupReceivesRole, signInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title: 'A group receives Global Administrator, and an account makes a person an eligible member from a new network',
  steps: [
    { ...groupReceivesRole, at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
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
