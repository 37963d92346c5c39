import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads forty-nine messages in one record, and sixty on its fourth day',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1H',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
    },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P40DT1H',
      replace: { '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 49' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P43DT2H',
      replace: { '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 60' },
    },
  ],
})
