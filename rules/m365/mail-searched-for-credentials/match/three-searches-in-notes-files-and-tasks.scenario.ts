import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A program searches the pages, the files and the tasks of a person for three words about access',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      repeat: {
        every: 'PT2M',
        times: 3,
        replace: {
          'messages?$top=1000': [
            'onenote/pages?$filter=contains(tolower(title),%27break%20glass%27)',
            'drive/root/children?$search=%22service+account%22',
            'planner/tasks?$filter=contains(title,%27password%27)',
          ],
        },
      },
    },
  ],
})
