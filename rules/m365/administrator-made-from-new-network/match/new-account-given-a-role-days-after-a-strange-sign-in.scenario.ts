import { scenario } from '../../../lib/scenario.ts'
import role from './role-given-an-hour-after-a-strange-sign-in.scenario.ts'

const given = {
  '"type": "ServicePrincipal"': '"type": "User"',
  '"userPrincipalName": null': '"userPrincipalName": "jonas.reimer@northpier.example"',
  '198.51.100.31': '203.0.113.90',
}
const personas = { 'tomas.lindqvist': 'mara.voss' }
const sample = 'entra/audit-role-granted-to-service-principal'

export default scenario({
  ...role,
  title: 'Two days after its first sign-in from a network, an account creates a person and makes it an administrator',
  steps: [
    ...role.steps.slice(0, -1),
    { sample, at: 'P18D', personas, replace: { ...given, 'Add member to role': 'Add user' } },
    { sample, at: 'P18DT3M', personas, replace: given },
  ],
})
