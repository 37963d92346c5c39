import { scenario } from '../../../lib/scenario.ts'
import { passwordLists } from '../match/google-workspace-new-application-opens-password-lists.scenario.ts'

export default scenario({
  title: 'An application in its fourth day of use downloads seven files with names of credentials',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1M' },
    { sample: 'google-workspace/drive-download-by-app', at: 'PT5M' },
    { ...passwordLists, at: 'P3DT1H' },
  ],
})
