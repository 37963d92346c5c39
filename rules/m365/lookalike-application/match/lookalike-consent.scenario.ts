import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to an application with a name that imitates Microsoft Outlook',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT1M', replace: { 'Invoice Sync Helper': 'Micros0ft Outlook' } },
  ],
})
