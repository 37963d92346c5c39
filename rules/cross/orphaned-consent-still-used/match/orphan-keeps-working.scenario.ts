import { scenario } from '../../../lib/scenario.ts'
import orphanReadsMail from './orphan-reads-mail.scenario.ts'

export default scenario({
  ...orphanReadsMail,
  title: 'The administrator who consented for the tenant leaves, and the application remains active',
  steps: orphanReadsMail.steps.with(-1, { sample: 'entra/signin-app-certificate', at: 'P9D' }),
})
