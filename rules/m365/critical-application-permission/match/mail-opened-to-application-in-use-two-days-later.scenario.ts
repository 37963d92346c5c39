import { scenario } from '../../../lib/scenario.ts'
import opened from './mail-opened-by-administrator-from-new-network.scenario.ts'

export default scenario({
  ...opened,
  title:
    'Two days after a sign-in from a new network, an administrator grants access to all mailboxes to an application in use',
  steps: [
    { sample: 'entra/signin-app-certificate', at: 'P1D', personas: { 'Harbour CRM Connector': 'Payroll Bridge' } },
    ...opened.steps.with(-1, {
      sample: 'm365/app-role-grant-mail',
      at: 'P18D',
      personas: { 'tomas.lindqvist': 'mara.voss' },
    }),
  ],
})
