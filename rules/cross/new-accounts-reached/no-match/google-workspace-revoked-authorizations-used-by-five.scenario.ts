import { scenario } from '../../../lib/scenario.ts'
import renewed from './google-workspace-old-authorizations-renewed-and-used-by-five.scenario.ts'

export default scenario({
  ...renewed,
  title: 'Calls for five users whose authorizations were revoked arrive before their new authorizations',
  steps: [
    ...renewed.steps.filter(({ at }) => !/^P20DT[0-4]M$/.test(String(at))),
    { sample: 'google-workspace/admin-token-revoked', at: 'P20DT0M' },
    {
      sample: 'google-workspace/admin-token-revoked',
      at: 'P20DT1M',
      repeat: { every: 'PT0S', times: 4 },
      personas: { 'lena.ostrow': ['ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto'] },
    },
  ],
})
