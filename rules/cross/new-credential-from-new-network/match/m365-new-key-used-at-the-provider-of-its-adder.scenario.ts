import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A thief uses a new secret from a rented server at the provider where the VPN of the administrator has its exit, in another network',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Harbour CRM Connector': 'Payroll Bridge' },
      replace: { '"appDisplayName"': '"autonomousSystemNumber": 64500, "appDisplayName"' },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'PT1H',
      repeat: { every: 'P2D', times: 9 },
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '"appDisplayName"': '"autonomousSystemNumber": 64499, "appDisplayName"' },
    },
    { sample: 'm365/credential-secret-added', at: 'P20D' },
    {
      sample: 'entra/signin-app-new-secret',
      at: 'P20DT30M',
      replace: { '"appDisplayName"': '"autonomousSystemNumber": 64499, "appDisplayName"' },
    },
  ],
})
