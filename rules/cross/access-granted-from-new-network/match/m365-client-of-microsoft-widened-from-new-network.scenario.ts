import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator widens the grant of a shared Microsoft client on the first day in a new network, and again',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P1D',
      replace: {
        '"Principal"': '"AllPrincipals"',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': 'User.Read',
      },
    },
    { sample: 'entra/signin-user-app', at: 'P20D', replace: { '198.51.100.23': '192.0.2.33' } },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P20DT1H',
      replace: {
        '"Principal"': '"AllPrincipals"',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': 'User.Read Mail.Read',
      },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P29D',
      replace: {
        '"Principal"': '"AllPrincipals"',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': 'User.Read Mail.Read Files.Read.All',
      },
    },
  ],
})
