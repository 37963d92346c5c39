import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A lawyer twice authorizes a Vault export client; the Vault log records one export, and the token log another',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    {
      sample: 'google-workspace/vault-export-downloaded',
      at: 'PT2H',
      replace: {
        'ivo.brandt': 'lena.ostrow',
        '"100987654321098765432"':
          '"118204417730926514083","applicationInfo":{"oauthClientId":"417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com","applicationName":"Inbox Pilot"}',
        export_file_download: 'create_export_begin',
      },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P3D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P3DT1H',
      replace: { 'gmail.users.messages.list': 'vault.matters.exports.create' },
    },
  ],
})
