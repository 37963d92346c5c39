import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A maker signs in from a new network, and removes the login of one agent and the limit of another',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '203.0.113.90' } },
    { sample: 'm365/agent-login-removed', at: 'P18D', personas: { 'ivo.brandt': 'mara.voss' } },
    {
      sample: 'm365/agent-login-removed',
      at: 'P18DT1H',
      personas: { 'ivo.brandt': 'mara.voss' },
      replace: {
        '5f2a9c14': '5f2a9c15',
        'BotUpdateOperation-BotAuthUpdate': 'BotUpdateOperation-BotShare',
        AuthenticationMode: 'AccessControlPolicy',
        Integrated: 'GroupMembership',
        None: 'Any',
      },
    },
  ],
})
