import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'cross/three-tools-of-a-traveller',
  title: 'A person travels, and signs in to three tools',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0M', replace: {}, repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89' },
      repeat: { every: 'P1D', times: 20 },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'PT2M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '8f15d6c2-4b97-4e08-a3d1-6c0e9b7f2a53' },
      repeat: { every: 'P1D', times: 20 },
    },
    { sample: 'entra/signin-user-app', at: 'P20DT0M', replace: { '198.51.100.23': '2001:db8:77::9' } },
    {
      sample: 'entra/signin-user-app',
      at: 'P20DT1M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
        '198.51.100.23': '2001:db8:77::9',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P20DT2M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '8f15d6c2-4b97-4e08-a3d1-6c0e9b7f2a53',
        '198.51.100.23': '2001:db8:77::9',
      },
    },
  ],
})
