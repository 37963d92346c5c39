import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is suspended in Google, and a Microsoft service processes the mailbox of the same address',
  steps: [
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D', personas: { 'lena.ostrow': 'mara.voss' } },
    { sample: 'm365/mail-items-accessed-by-service', at: 'P13D' },
  ],
})
