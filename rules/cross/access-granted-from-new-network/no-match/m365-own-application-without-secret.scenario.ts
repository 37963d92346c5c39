import { scenario } from '../../../lib/scenario.ts'
import own from '../match/m365-own-application-reaches-all-mail.scenario.ts'

export default scenario({
  ...own,
  title: 'A user registers an application without a secret, and lets it change and send mail',
  steps: own.steps.toSpliced(1, 1),
})
