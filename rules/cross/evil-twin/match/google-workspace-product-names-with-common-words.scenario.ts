import { scenario } from '../../../lib/scenario.ts'

const named = (project: string, name: string) => ({ '590314872206': project, 'Roadmap Board': name })
const sample = 'google-workspace/token-authorize-sign-in-only'

export default scenario({
  title:
    'Users authorize clients with the name of a product of Google or of another vendor, two weeks after the first record',
  steps: [
    { sample, at: 'PT0S' },
    { sample, at: 'P15D', replace: named('590314872301', 'Google Drive') },
    { sample, at: 'P15DT1H', replace: named('590314872302', 'Gmail Security Update') },
    { sample, at: 'P15DT90M', replace: named('590314872306', 'DocuSign eSignature') },
    { sample, at: 'P15DT2H', replace: named('590314872303', 'Гугл Документы') },
    {
      sample,
      at: 'P15DT3H',
      replace: {
        ...named('590314872304', 'Adobe Drive X'),
        'https://www.googleapis.com/auth/userinfo.profile': 'https://www.googleapis.com/auth/drive.metadata.readonly',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P15DT4H',
      replace: {
        '417730926581': '590314872305',
        'Inbox Pilot': 'Google Docs Share',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/gmail.send',
      },
    },
  ],
})
