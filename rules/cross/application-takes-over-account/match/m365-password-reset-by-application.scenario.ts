import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One application resets a password, and another registers a second factor, weeks after the log began',
  steps: [
    { sample: 'entra/audit-device-owner-added', at: 'PT1M' },
    { sample: 'entra/audit-password-reset-by-application', at: 'P20D' },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20DT1H',
      replace: {
        'Reset user password': 'Admin registered security info',
        'f2b1d0c9-8e7a': 'f2b1d0c9-8e7b',
        'Harbour CRM Connector': 'Harbour Onboarding',
        '51842077': '51842080',
      },
    },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20DT2H',
      replace: {
        'Reset user password': 'Reset password (by admin)',
        'f2b1d0c9-8e7a': 'f2b1d0c9-8e7c',
        'Harbour CRM Connector': 'Harbour Desk',
        '51842077': '51842081',
      },
    },
  ],
})
