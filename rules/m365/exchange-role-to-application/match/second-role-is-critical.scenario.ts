import { scenario } from '../../../lib/scenario.ts'

const sample = 'm365/exchange-role-granted-to-application'

export default scenario({
  title:
    'An administrator assigns a harmless Exchange role to an application, and four minutes later one to change all mail',
  steps: [
    { sample, at: 'PT1M', replace: { 'Application Mail.Read': 'Application MailboxSettings.Read' } },
    { sample, at: 'PT5M', replace: { 'Application Mail.Read': 'Application Mail.ReadWrite' } },
  ],
})
