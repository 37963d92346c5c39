import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A lawyer authorizes an application for her mail, and downloads an export in the Vault console',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    {
      sample: 'google-workspace/vault-export-downloaded',
      at: 'PT2H',
      replace: { 'ivo.brandt': 'lena.ostrow', '100987654321098765432': '118204417730926514083' },
    },
  ],
})
