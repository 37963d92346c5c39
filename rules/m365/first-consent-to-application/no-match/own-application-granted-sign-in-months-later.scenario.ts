import { scenario } from '../../../lib/scenario.ts'
import own from '../match/own-application-granted-for-everybody-months-later.scenario.ts'

export default scenario({
  ...own,
  title:
    'An administrator consents for all users to the calendars of an application that the organization registered three months earlier',
  steps: own.steps.with(-1, {
    sample: 'm365/consent-tenant-wide',
    at: 'P91D',
    replace: { 'Contacts.ReadWrite Mail.Read': 'Calendars.Read' },
  }),
})
