import { scenario } from '../../../lib/scenario.ts'
import applicationReadsForAccountWithoutConsent from '../match/m365-application-reads-for-account-without-consent.scenario.ts'

export default scenario({
  ...applicationReadsForAccountWithoutConsent,
  title: 'An application without recorded consents opens the mailbox of another user',
  steps: applicationReadsForAccountWithoutConsent.steps.with(0, {
    sample: 'm365/consent-user-mail',
    at: 'PT1H',
    personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
  }),
})
