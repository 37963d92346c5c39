import { scenario } from '../../../lib/scenario.ts'
import keepsReading from '../match/m365-reset-app-keeps-reading.scenario.ts'

export default scenario({
  ...keepsReading,
  title: 'A password is reset, and the user consents to the application again before it reads data',
  steps: [
    ...keepsReading.steps.slice(0, -1),
    { sample: 'm365/consent-user-mail', at: 'P5DT1H' },
    ...keepsReading.steps.slice(-1),
  ],
})
