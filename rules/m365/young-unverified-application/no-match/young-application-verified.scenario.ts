import { scenario } from '../../../lib/scenario.ts'
import youngUnverifiedApplication from '../match/young-unverified-application.scenario.ts'

export default scenario({
  ...youngUnverifiedApplication,
  title: 'A second account consents to a new application of a verified publisher',
  steps: youngUnverifiedApplication.steps.with(2, {
    sample: 'entra/inventory-service-principal-unverified',
    at: 'P1D',
    replace: {
      '2026-03-11T09:14:26Z': '2026-03-02T09:14:26Z',
      '"verifiedPublisherId": null': '"verifiedPublisherId": "6214907"',
    },
  }),
})
