import { scenario } from '../../../lib/scenario.ts'

const named = (project: string, name: string) => ({ '590314872206': project, 'Roadmap Board': name })
const sample = 'google-workspace/token-authorize-sign-in-only'

export default scenario({
  title: 'Users authorize clients that work with a product of Google, or with the name of Outlook, and an own script',
  steps: [
    { sample, at: 'PT0S', replace: named('590314872301', 'Viewer for Google Drive') },
    { sample, at: 'PT1H', replace: named('590314872302', 'Microsoft Outlook') },
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT2H',
      replace: { 'Quarter report helper': 'Gmail to Sheets' },
    },
    { sample, at: ['PT2H30M', 'P15D'], replace: named('590314872303', 'DocuSign') },
    { sample, at: 'P15DT1H', replace: named('590314872305', 'Adobe Sign') },
    { sample, at: 'PT3H', replace: { ...named('590314872304', 'Google Drive'), WEB: 'NATIVE_DESKTOP' } },
  ],
})
