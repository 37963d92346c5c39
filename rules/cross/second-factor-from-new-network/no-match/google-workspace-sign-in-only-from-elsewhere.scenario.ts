import { scenario } from '../../../lib/scenario.ts'
import secondStepOffThenCommandLine from '../match/google-workspace-second-step-off-then-command-line.scenario.ts'

export default scenario({
  ...secondStepOffThenCommandLine,
  title: 'An account turns off the second step and signs in to a Google client; another address creates a key',
  steps: [
    ...secondStepOffThenCommandLine.steps.slice(0, 3),
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT5M',
      personas: { 'Inbox Pilot': 'Google Cloud SDK' },
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        'https://mail.google.com/': 'openid',
        '198.51.100.71': '203.0.113.121',
        '64496': '64511',
      },
    },
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'P20DT27M',
      personas: { 'ivo.brandt': 'lena.ostrow' },
      replace: { '203.0.113.58': '203.0.113.99' },
    },
  ],
})
