import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with a name that imitates a brand is removed',
  steps: [
    { sample: 'm365/service-principal-removed', at: 'PT1M', replace: { 'Invoice Sync Helper': 'Micros0ft Outlook' } },
  ],
})
