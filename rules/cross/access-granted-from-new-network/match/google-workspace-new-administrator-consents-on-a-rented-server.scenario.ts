import { scenario } from '../../../lib/scenario.ts'

const scopes = { 'https://mail.google.com/': 'https://www.googleapis.com/auth/admin.directory.user.readonly' }

export default scenario({
  title: 'A new administrator lets a program read the directory, from a rented server',
  steps: [
    { sample: 'google-workspace/admin-app-trusted', at: 'PT1H' },
    { sample: 'google-workspace/admin-role-to-user', at: 'P20D' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P21D',
      personas: { 'lena.ostrow': 'tomas.feld' },
      replace: { ...scopes, '198.51.100.71': '203.0.113.176', '64496': '20473' },
    },
  ],
})
