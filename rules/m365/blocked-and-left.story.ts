import { story } from '../lib/story.ts'

export default story({
  id: 'm365/blocked-and-left',
  title: 'A risky application is blocked; a user consents to another one, and had consented to the first before',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT5M' },
    { sample: 'm365/consent-blocked-risky', at: 'PT12M' },
    { sample: 'm365/consent-user-sign-in-only', at: 'PT20M' },
  ],
})
