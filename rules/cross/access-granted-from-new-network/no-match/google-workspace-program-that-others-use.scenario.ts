import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a mail program of a colleague from a new network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P10D',
      personas: { 'lena.ostrow': 'ole.brandt' },
      replace: { '"WEB"': '"NATIVE_DESKTOP"' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      replace: { '"WEB"': '"NATIVE_DESKTOP"', '198.51.100.71': '203.0.113.121', '64496': '64511' },
    },
  ],
})
