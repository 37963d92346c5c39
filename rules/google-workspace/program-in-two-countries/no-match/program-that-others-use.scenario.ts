import { scenario } from '../../../lib/scenario.ts'
import malwareAndItsOperator from '../match/malware-and-its-operator.scenario.ts'

export default scenario({
  ...malwareAndItsOperator,
  title: 'A program that three users authorized in Germany calls from Hong Kong the following night',
  steps: [
    ...(['ines.carver', 'tomas.feld'] as const).map((person, i) => ({
      sample: 'google-workspace/token-authorize-mail' as const,
      at: 'PT0S',
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        'lena.ostrow': person,
        '118204417730926514083': `11338056294770118425${i}`,
      },
    })),
    ...malwareAndItsOperator.steps,
  ],
})
