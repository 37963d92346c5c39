import { scenario } from '../../../lib/scenario.ts'
import { connectorReadsMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application downloads seven lists of passwords in half an hour on the day of its consent',
  steps: [
    { ...connectorReadsMail, at: 'PT1H' },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P40DT1H',
      replace: { 'Suppliers 2026': 'Passwords' },
      repeat: { every: 'PT5M', times: 7 },
    },
  ],
})
