import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mail client popular with intruders is removed',
  steps: [{ sample: 'm365/service-principal-removed', at: 'PT1M', personas: { 'Invoice Sync Helper': 'eM Client' } }],
})
