import { scenario } from '../../../lib/scenario.ts'
import officeReadsAfterANewSecondFactor from '../match/office-reads-after-a-new-second-factor.scenario.ts'

export default scenario({
  ...officeReadsAfterANewSecondFactor,
  title: 'A second factor is registered in the usual network; two days later, Office reads a message from a new one',
  steps: officeReadsAfterANewSecondFactor.steps.toSpliced(2, 2, {
    sample: 'entra/audit-role-granted-to-service-principal',
    at: 'P16DT1H',
    personas: { 'tomas.lindqvist': 'mara.voss' },
    replace: {
      'Add member to role': 'User registered security info',
      '198.51.100.31': '198.51.100.23',
      '"targetResources": [': `"targetResources": [{ "type": "User", "userPrincipalName": "mara.voss@northpier.example", "modifiedProperties": [] },`,
    },
  }),
})
