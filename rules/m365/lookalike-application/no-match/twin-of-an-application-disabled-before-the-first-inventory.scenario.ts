import { scenario } from '../../../lib/scenario.ts'
import twinOfADisabledApplication from '../match/twin-of-a-disabled-application.scenario.ts'

export default scenario({
  ...twinOfADisabledApplication,
  title: 'A user consents to an application with the name of one that was already disabled in the first inventory',
  steps: twinOfADisabledApplication.steps.with(-2, {
    sample: 'entra/inventory-service-principal-disabled',
    at: 'P10D',
    replace: { '2026-03-11T09:14:26Z': '2026-02-11T09:14:26Z' },
  }),
})
