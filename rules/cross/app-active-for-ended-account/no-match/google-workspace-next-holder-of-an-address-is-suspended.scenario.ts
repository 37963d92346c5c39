import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A user gets another address, the next user with the earlier address is suspended, and the first user works on',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/admin-user-renamed', at: 'P6D' },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P10D',
      replace: { '"SUSPEND_USER"': '"CREATE_USER"' },
    },
    { sample: 'google-workspace/admin-user-suspended', at: 'P12D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P12DT12H',
      replace: { 'lena.ostrow@northpier.example': 'lena.voss@northpier.example' },
      repeat: { every: 'P1D', times: 3 },
    },
  ],
})
