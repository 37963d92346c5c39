import { scenario } from '../../../lib/scenario.ts'
import { payrollReadsFile } from '../match/m365-half-of-its-permissions-removed.scenario.ts'
import removed from '../match/m365-key-of-a-victim-removed.scenario.ts'

export default scenario({
  ...removed,
  title: 'The key that a reset account added is removed, and a record of the old application has no address',
  steps: removed.steps.with(-1, {
    ...payrollReadsFile,
    at: 'P43D',
    replace: { ...payrollReadsFile.replace, '"ClientIP": "203.0.113.77",': '' },
  }),
})
