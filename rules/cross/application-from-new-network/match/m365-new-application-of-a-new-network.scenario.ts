import { scenario } from '../../../lib/scenario.ts'

const asTomas = { 'mara.voss': 'tomas.lindqvist' }

export default scenario({
  title: 'From a new network, an administrator creates an application with access to mail, and days later it signs in',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, personas: asTomas },
    { sample: 'entra/signin-user-app', at: 'P20D', personas: asTomas, replace: { '198.51.100.23': '192.0.2.33' } },
    { sample: 'm365/credential-secret-added', at: 'P20DT10M' },
    { sample: 'entra/audit-app-role-grant-critical', at: 'P20DT20M', replace: { '198.51.100.31': '192.0.2.33' } },
    { sample: 'entra/signin-app-new-secret', at: 'P24D' },
  ],
})
