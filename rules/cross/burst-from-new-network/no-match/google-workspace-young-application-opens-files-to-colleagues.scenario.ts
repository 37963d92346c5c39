import { scenario } from '../../../lib/scenario.ts'
import young from '../match/google-workspace-young-application-opens-files-to-anyone.scenario.ts'

export default scenario({
  ...young,
  title: 'Two days after its authorization, an application opens eight files to colleagues with the link',
  steps: young.steps.map(({ replace, ...step }) =>
    replace === undefined
      ? step
      : { ...step, replace: { '"access"': '"acl_change"', '"download"': '"change_document_visibility"' } },
  ),
})
