import { scenario } from '../../../lib/scenario.ts'
import secondKeyStays from '../match/m365-second-key-stays.scenario.ts'

export default scenario({
  ...secondKeyStays,
  title: 'An application receives a new key and loses the old key a week later; the record of the removal arrives late',
  steps: secondKeyStays.steps.toSpliced(1, 0, { sample: 'm365/credential-removed', at: 'P7D', delivered: 'P8D' }),
})
