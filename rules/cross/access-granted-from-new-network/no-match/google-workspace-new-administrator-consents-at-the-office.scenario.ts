import { scenario } from '../../../lib/scenario.ts'
import onServer from '../match/google-workspace-new-administrator-consents-on-a-rented-server.scenario.ts'

export default scenario({
  ...onServer,
  title: 'A new administrator lets a program read the directory, at the office',
  steps: onServer.steps.with(-1, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'P21D',
    personas: { 'lena.ostrow': 'tomas.feld' },
    replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/admin.directory.user.readonly' },
  }),
})
