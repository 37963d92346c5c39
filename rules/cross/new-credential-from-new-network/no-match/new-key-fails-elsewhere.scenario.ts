import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new secret is rejected in a network that the application never used',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Harbour CRM Connector': 'Payroll Bridge' },
    },
    { sample: 'm365/credential-secret-added', at: 'P20D' },
    {
      sample: 'entra/signin-app-new-secret',
      at: 'P20DT30M',
      replace: {
        '"resultType": "0"': '"resultType": "50057"',
        '"errorCode": 0': '"errorCode": 50057',
        '"SUCCESS"': '"FAILURE"',
      },
    },
  ],
})
