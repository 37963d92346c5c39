import { scenario } from '../../../lib/scenario.ts'
import malwareAndItsOperator from '../match/malware-and-its-operator.scenario.ts'

export default scenario({
  ...malwareAndItsOperator,
  title: 'A program that three users authorized in Germany calls from Hong Kong the following night',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT0S',
      repeat: { every: 'PT0S', times: 2 },
      personas: { 'lena.ostrow': ['ines.carver', 'tomas.feld'] },
      replace: { '"WEB"': '"NATIVE_DESKTOP"' },
    },
    ...malwareAndItsOperator.steps,
  ],
})
