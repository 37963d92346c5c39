import { scenario } from '../../../lib/scenario.ts'
import newToolReadsMail from '../no-match/m365-new-tool-reads-mail.scenario.ts'

export default scenario({
  ...newToolReadsMail,
  title: 'A tool receives consent, reads mail on the same day, and reads mail again on the next day',
  steps: [...newToolReadsMail.steps, { sample: 'm365/mail-items-accessed-bind', at: 'P95DT6H' }],
})
