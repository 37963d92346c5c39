import { scenario } from '../../../lib/scenario.ts'
import secondClient from '../match/m365-client-of-the-server-that-sent-mail-reads-mail.scenario.ts'

export default scenario({
  ...secondClient,
  title:
    'An application that has sent messages for more than a month shares its server with another application, which reads mail',
  steps: secondClient.steps
    .with(1, {
      sample: 'm365/mail-sent-by-app',
      at: ['P15D', 'P50D'],
      personas: { 'mara.voss': 'ole.brandt', 'Invoice Sync Helper': 'Harbour CRM Connector' },
    })
    .with(2, { sample: 'm365/mail-items-accessed-bind', at: 'P51D', repeat: { every: 'PT20S', times: 8 } }),
})
