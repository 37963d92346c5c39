import { scenario } from '../../../lib/scenario.ts'
import script from './script-reads-files-only.scenario.ts'

export default scenario({
  ...script,
  title: 'A user lets a script that a colleague already uses read all files and call other hosts',
  steps: [
    ...script.steps,
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'P1D',
      replace: {
        'gmail.readonly': 'drive.readonly',
        'mara.voss': 'ole.brandt',
        '100123456789012345678': '118204417730926514084',
      },
    },
  ],
})
