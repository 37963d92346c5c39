import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a script that edits sheets, and a second account lets it call other hosts a day later',
  steps: [
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT1M',
      replace: {
        'https://www.googleapis.com/auth/gmail.readonly': 'https://www.googleapis.com/auth/spreadsheets',
        'https://www.googleapis.com/auth/script.external_request': 'openid',
      },
    },
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'P1D',
      personas: { 'mara.voss': 'ole.brandt' },
      replace: { 'https://www.googleapis.com/auth/gmail.readonly': 'https://www.googleapis.com/auth/spreadsheets' },
    },
  ],
})
