import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A program searches a mailbox for message IDs that contain the letters of vpn, mfa and 2fa',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      repeat: {
        every: 'PT2M',
        times: 4,
        replace: {
          '$top=1000': [
            '$search=%22ced6b2fa1f650f6b338594d37eb7850d2@mail.vendor.example%22',
            '$search=%222fa6cbe27cdaa742ca148068d5ac90eac@mail.vendor.example%22',
            '$search=%22CAKvpnQ7mfaX@mail.vendor.example%22',
            '$filter=contains(subject,%27TmfaVPN%27)',
          ],
        },
      },
    },
  ],
})
