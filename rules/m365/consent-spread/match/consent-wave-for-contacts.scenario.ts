import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people grant one application permission to read their contacts',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      personas: { 'mara.voss': 5 },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile' },
      repeat: { every: 'PT1H', times: 5 },
    },
  ],
})
