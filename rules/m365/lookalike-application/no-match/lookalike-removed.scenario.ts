import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with a name that imitates a brand is removed',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/service-principal-removed', at: 'PT1M', replace: { 'Invoice Sync Helper': 'Micros0ft Outlook' } },
  ],
})
