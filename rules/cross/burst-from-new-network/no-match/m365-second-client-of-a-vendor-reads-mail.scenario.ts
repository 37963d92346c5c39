import { scenario } from '../../../lib/scenario.ts'
import secondClient from '../match/m365-client-of-the-server-that-sent-mail-reads-mail.scenario.ts'

export default scenario({
  ...secondClient,
  title:
    'A person uses a new application that sends messages, and another application of its vendor reads the mail of this person',
  steps: secondClient.steps.with(1, {
    sample: 'm365/mail-sent-by-app',
    at: 'P20D',
    personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
  }),
})
