import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to mail for an application with access to a name, and the record of the grant is missing',
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
