import { scenario } from '../../../lib/scenario.ts'
import copied from '../match/unknown-phone-copies-a-folder.scenario.ts'

const [, , , , copy] = copied.steps

export default scenario({
  ...copied,
  title: 'Outlook on a known phone copies a folder in the second new network of a day',
  steps: [{ ...copy, at: 'P1D' }, ...copied.steps] as typeof copied.steps,
})
