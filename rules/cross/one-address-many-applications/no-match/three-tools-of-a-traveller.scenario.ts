import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person travels, and three tools read her mail on her behalf',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT0M',
      repeat: { every: 'P1D', times: 20 },
      replace: { '203.0.113.77': '198.51.100.23' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1M',
      repeat: { every: 'P1D', times: 20 },
      replace: {
        '203.0.113.77': '198.51.100.23',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT2M',
      repeat: { every: 'P1D', times: 20 },
      replace: {
        '203.0.113.77': '198.51.100.23',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '8f15d6c2-4b97-4e08-a3d1-6c0e9b7f2a53',
      },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P20DT0M', replace: { '203.0.113.77': '2001:db8:77::9' } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT1M',
      replace: {
        '203.0.113.77': '2001:db8:77::9',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
      },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT2M',
      replace: {
        '203.0.113.77': '2001:db8:77::9',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '8f15d6c2-4b97-4e08-a3d1-6c0e9b7f2a53',
      },
    },
  ],
})
