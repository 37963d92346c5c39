import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants all mail to two new mail programs in a new network, before and after a sign-in',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      replace: { '"WEB"': '"NATIVE_DESKTOP"', '198.51.100.71': '203.0.113.121', '64496': '64511' },
    },
    { sample: 'google-workspace/login-success', at: 'P20DT1M', replace: { '198.51.100.71': '203.0.113.121' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT2M',
      personas: { 'Inbox Pilot': 'Berth Planner' },
      replace: { '"WEB"': '"NATIVE_DESKTOP"', '198.51.100.71': '203.0.113.121', '64496': '64511' },
    },
  ],
})
