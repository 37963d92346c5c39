import { scenario } from '../../../lib/scenario.ts'
import folder from '../match/m365-strangers-read-a-folder-opened-by-an-application.scenario.ts'

export default scenario({
  ...folder,
  title: 'A new application opens a folder to anyone with the link, and strangers download one file eight times',
  steps: folder.steps.with(2, {
    ...folder.steps[2],
    sample: 'm365/file-downloaded-by-app',
    at: 'P24D',
    repeat: { every: 'PT1M', times: 8 },
  }),
})
