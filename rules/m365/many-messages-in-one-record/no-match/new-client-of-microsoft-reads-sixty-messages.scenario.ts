import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft client reads sixty messages in one record on its first day, and a known client is refused',
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
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: { '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 60' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P40DT2H',
      replace: { '"Succeeded"': '"Failed"', '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 60' },
    },
  ],
})
