import { scenario } from '../../../lib/scenario.ts'
import orphanReadsMail from '../match/orphan-reads-mail.scenario.ts'

export default scenario({
  ...orphanReadsMail,
  title: 'The administrator who consented for the tenant leaves, and another administrator consents again',
  steps: [
    ...orphanReadsMail.steps.slice(0, -1),
    { sample: 'm365/consent-tenant-wide', at: 'P7D', personas: { 'tomas.lindqvist': 'ivo.brandt' } },
    { sample: 'entra/signin-app-certificate', at: 'P9D' },
  ],
})
