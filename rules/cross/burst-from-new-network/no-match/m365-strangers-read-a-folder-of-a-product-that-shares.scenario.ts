import { scenario } from '../../../lib/scenario.ts'
import folder from '../match/m365-strangers-read-a-folder-opened-by-an-application.scenario.ts'

const [first, opened, visits] = folder.steps

export default scenario({
  ...folder,
  title: 'An application that has opened folders for five weeks opens another one, and strangers download eight files',
  steps: [first, opened, { ...opened, at: 'P55D' }, { ...visits, at: 'P59D' }] as typeof folder.steps,
})
