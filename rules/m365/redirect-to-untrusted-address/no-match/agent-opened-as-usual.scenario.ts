import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A maker removes the login of an agent in the usual network, and adds it again from a new one',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'm365/agent-login-removed', at: 'P9D', personas: { 'ivo.brandt': 'mara.voss' } },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '203.0.113.90' } },
    {
      sample: 'm365/agent-login-removed',
      at: 'P18D',
      personas: { 'ivo.brandt': 'mara.voss' },
      replace: {
        '5f2a9c14': '5f2a9c15',
        '\\"OldValue\\": \\"Integrated\\", \\"NewValue\\": \\"None\\"':
          '\\"OldValue\\": \\"None\\", \\"NewValue\\": \\"Integrated\\"',
      },
    },
  ],
})
