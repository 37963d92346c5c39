import { scenario } from '../../../lib/scenario.ts'

const signInOnly = { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' }

export default scenario({
  title: 'A Microsoft tool with access to a name receives access to mail',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT14M',
      bundle: 'first',
      replace: {
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
      },
    },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'first', replace: signInOnly },
    { sample: 'm365/delegated-grant-removed', at: 'P20D', bundle: 'more', replace: signInOnly },
    { sample: 'm365/delegated-grant-added', at: 'P20D', bundle: 'more' },
  ],
})
