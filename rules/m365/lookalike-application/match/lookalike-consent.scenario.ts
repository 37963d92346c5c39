import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to an application with a name that imitates Microsoft Outlook',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT1M', replace: { 'Invoice Sync Helper': 'Micros0ft Outlook' } },
  ],
})
