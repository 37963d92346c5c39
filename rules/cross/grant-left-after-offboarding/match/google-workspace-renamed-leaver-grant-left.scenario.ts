import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user gets another address and then leaves, and the mail application keeps its grant',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/admin-user-renamed', at: 'P20D' },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P22D',
      replace: { 'lena.ostrow@northpier.example': 'lena.voss@northpier.example' },
    },
    { sample: 'google-workspace/login-success', at: 'P28D', personas: { 'lena.ostrow': 'ole.brandt' } },
  ],
})
