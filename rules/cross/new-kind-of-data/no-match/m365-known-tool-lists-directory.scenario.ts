import { scenario } from '../../../lib/scenario.ts'
import newToolListsDirectory from '../match/m365-new-tool-lists-directory.scenario.ts'

export default scenario({
  ...newToolListsDirectory,
  title: 'A tool that received consent four days ago lists all users',
  steps: newToolListsDirectory.steps.with(-1, {
    sample: 'entra/graph-user-lists-mail',
    at: 'P98DT30M',
    replace: { '/me/messages': '/users', 'Mail.ReadWrite Mail.Send': 'User.Read.All' },
  }),
})
