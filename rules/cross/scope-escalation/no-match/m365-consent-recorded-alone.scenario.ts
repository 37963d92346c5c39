import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that could read a name is consented to for mail; the record of the grant is missing',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT14M',
      bundle: 'first',
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'PT14M',
      bundle: 'first',
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' },
    },
    { sample: 'm365/consent-user-mail', at: 'P20D' },
  ],
})
