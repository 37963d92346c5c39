import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A new application sends a message, and eight days later another application on the same server reads the mail of another account',
  steps: [
    { sample: 'm365/sign-in', at: ['PT1M', 'P8D'], personas: { 'Invoice Sync Helper': 'Payroll Bridge' } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'P20D',
      personas: { 'mara.voss': 'ole.brandt', 'Invoice Sync Helper': 'Harbour CRM Connector' },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P28DT1H', repeat: { every: 'PT20S', times: 8 } },
  ],
})
