import { scenario } from '../../../lib/scenario.ts'

const asTomas = { 'mara.voss': 'tomas.lindqvist' }

export default scenario({
  title: 'An administrator signs in from a new network and assigns a policy to an application',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, personas: asTomas },
    { sample: 'entra/signin-user-app', at: 'P20D', personas: asTomas, replace: { '198.51.100.23': '192.0.2.33' } },
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'P20DT20M',
      replace: {
        'Update permission grant policy.': 'Add policy to service principal.',
        '"Name": "Includes"': '"Name": "Policy.DisplayName"',
      },
    },
  ],
})
