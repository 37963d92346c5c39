import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator revokes a mail application that six accounts use, and one user authorizes it again',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT5M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P1D',
      repeat: { every: 'PT1H', times: 5 },
      personas: { 'lena.ostrow': ['ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto', 'priya.nand'] },
    },
    { sample: 'google-workspace/admin-token-revoked', at: 'P40D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P40DT9H' },
  ],
})
