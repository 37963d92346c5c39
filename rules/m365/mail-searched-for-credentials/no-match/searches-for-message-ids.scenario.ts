import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A CRM searches for the IDs of messages that contain the abbreviations by chance',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      repeat: {
        every: 'PT2M',
        times: 4,
        replace: {
          '$top=1000': [
            '$search=%22ce2fa6bfe1f6@mail.vendor.example%22',
            '$search=%22AAMkVPNzMfaQ2FAx@mail.vendor.example%22',
            '$search=%22b39vpn8594d37@mail.vendor.example%22',
            '$search=%2244mfa0e5MFA1@mail.vendor.example%22',
          ],
        },
      },
    },
  ],
})
