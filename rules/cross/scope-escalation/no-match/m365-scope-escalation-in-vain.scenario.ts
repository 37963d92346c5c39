import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with access to a name requests mail, and the consent fails',
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
    {
      sample: 'm365/delegated-grant-added',
      at: 'P20D',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
  ],
})
