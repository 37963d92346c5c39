import { scenario } from '../../../lib/scenario.ts'
import malwareAndItsOperator from '../match/malware-and-its-operator.scenario.ts'

export default scenario({
  ...malwareAndItsOperator,
  title: 'A program with access to its own files calls from Hong Kong the night after its authorization in Germany',
  steps: malwareAndItsOperator.steps.with(0, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'PT1H',
    replace: { '"WEB"': '"NATIVE_DESKTOP"', 'https://mail.google.com/': 'https://www.googleapis.com/auth/drive.file' },
  }),
})
