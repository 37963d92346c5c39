import { scenario } from '../../../lib/scenario.ts'
import script from '../match/script-reads-files-and-calls-hosts.scenario.ts'

export default scenario({
  ...script,
  title: 'A user lets a script read all files',
  steps: [
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT1H',
      replace: { 'gmail.readonly': 'drive.readonly', 'script.external_request': 'script.scriptapp' },
    },
  ],
})
