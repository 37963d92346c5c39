import { scenario } from '../../../lib/scenario.ts'
import customers from '../no-match/m365-customers-each-read-one-file-opened-by-an-application.scenario.ts'
import folder from './m365-strangers-read-a-folder-opened-by-an-application.scenario.ts'

export default scenario({
  ...folder,
  title: 'A new application opens a folder, customers each read one file, and later a stranger downloads all of them',
  steps: [...customers.steps, { ...folder.steps[2], at: 'P26D' }] as typeof folder.steps,
})
