import { story } from '../lib/story.ts'

export default story({
  id: 'm365/consent-without-grant',
  title: 'A consent gives new permissions, and the record of the grant never comes',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H', redelivered: ['PT3H'] },
    { sample: 'm365/sign-in', at: 'P1D', replace: { 'mara.voss': 'ines.carver', e2f4c6a8: '91d6c3b8' } },
  ],
})
