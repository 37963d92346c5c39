import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After three months of consents, an owner adds an application with access to the messages of a team',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    { sample: 'm365/teams-app-installed', at: ['P91D', 'P91DT2H'] },
  ],
})
