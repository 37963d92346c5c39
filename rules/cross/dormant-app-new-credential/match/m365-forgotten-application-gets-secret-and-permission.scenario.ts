import { scenario } from '../../../lib/scenario.ts'

const asMara = { 'tomas.lindqvist': 'mara.voss' }

export default scenario({
  title: 'An application that no record mentioned receives a secret, and ten minutes later access to all mailboxes',
  steps: [
    { sample: 'm365/owner-added', at: 'P0D', personas: { 'Payroll Bridge': 'Harbour CRM Connector' } },
    { sample: 'm365/credential-secret-added', at: 'P20D', personas: asMara },
    { sample: 'm365/app-role-grant-mail', at: 'P20DT10M', personas: asMara },
  ],
})
