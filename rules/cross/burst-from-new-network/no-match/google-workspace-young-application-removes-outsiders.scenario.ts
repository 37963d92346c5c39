import { scenario } from '../../../lib/scenario.ts'
import young from '../match/google-workspace-young-application-opens-files-to-anyone.scenario.ts'

export default scenario({
  ...young,
  title: 'Two days after its authorization, an application removes an outsider from eight files',
  steps: young.steps.map(({ replace, ...step }) =>
    replace === undefined
      ? step
      : {
          ...step,
          replace: {
            '"access"': '"acl_change"',
            '"download"': '"change_user_access"',
            '"name": "billable"':
              '"name": "target_user", "value": "partner@outside.example" }, { "name": "new_value", "multiValue": ["none"] }, { "name": "billable"',
          },
        },
  ),
})
