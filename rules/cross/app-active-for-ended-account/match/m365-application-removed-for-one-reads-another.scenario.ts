import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator resets an account and removes its grant, and the application reads the mail of another account',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'P1D' },
    { sample: 'm365/consent-user-mail', at: 'P1DT1H', personas: { 'mara.voss': 'ole.brandt' } },
    { sample: 'm365/password-reset', at: 'P2D' },
    { sample: 'm365/delegated-grant-removed', at: 'P2DT10M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P3D', personas: { 'mara.voss': 'ole.brandt' } },
  ],
})
