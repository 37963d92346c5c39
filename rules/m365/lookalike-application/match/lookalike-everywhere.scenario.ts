import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Applications with a name that imitates a brand receive consent, are registered, or are renamed',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', replace: { 'Invoice Sync Helper': 'Micros0ft Outlook' } },
    { sample: 'm365/application-added', at: 'PT2M', replace: { 'Payroll Bridge': 'Micros0ft Teams' } },
    { sample: 'm365/application-updated-empty', at: 'PT3M', replace: { 'Payroll Bridge': 'Micros0ft Teams' } },
  ],
})
