import { scenario } from '../../../lib/scenario.ts'
import { connectorReadsMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application downloads a list of passwords an hour after its consent',
  steps: [
    { ...connectorReadsMail, at: 'PT1H' },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/file-downloaded-by-app', at: 'P40DT1H', replace: { 'Suppliers 2026': 'Passwords' } },
  ],
})
