import { scenario } from '../../../lib/scenario.ts'

const signInOnly = { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' }

export default scenario({
  title: 'An application with access to a name receives permission to change calendars',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'first', replace: signInOnly },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'first', replace: signInOnly },
    { sample: 'm365/delegated-grant-removed', at: 'P20D', bundle: 'more', replace: signInOnly },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P20D',
      bundle: 'more',
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Calendars.ReadWrite openid profile' },
    },
  ],
})
