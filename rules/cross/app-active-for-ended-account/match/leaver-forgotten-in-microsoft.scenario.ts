import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is suspended in Google, and an application still reads mail of the same address in Microsoft',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P9D',
      delivered: 'P9DT5H',
      personas: { 'lena.ostrow': 'mara.voss' },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P10DT3H' },
  ],
})
