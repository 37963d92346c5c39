import { scenario } from '../../../lib/scenario.ts'
import opened from '../match/mail-opened-by-administrator-from-new-network.scenario.ts'

export default scenario({
  ...opened,
  title:
    'Two days after a sign-in from a new network, an administrator grants an unused application access to all mailboxes',
  steps: opened.steps.with(-1, {
    sample: 'm365/app-role-grant-mail',
    at: 'P18D',
    personas: { 'tomas.lindqvist': 'mara.voss' },
  }),
})
