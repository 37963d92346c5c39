import { scenario } from '../../../lib/scenario.ts'
import opened from './mail-opened-by-administrator-from-new-network.scenario.ts'

export default scenario({
  ...opened,
  title: 'An administrator grants an application access to all calendars an hour after a sign-in from a new network',
  steps: opened.steps.with(-1, {
    sample: 'm365/app-role-grant-mail',
    at: 'P16DT1H',
    personas: { 'tomas.lindqvist': 'mara.voss' },
    replace: {
      'e2a3a72e-5f79-4c64-b1b1-878b674786c9': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
      '"Mail.ReadWrite"': '"Calendars.ReadWrite"',
    },
  }),
})
