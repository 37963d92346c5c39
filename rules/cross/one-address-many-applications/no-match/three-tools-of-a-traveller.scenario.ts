import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person travels, and three tools read her mail on her behalf',
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
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
      replace: { '203.0.113.77': '198.51.100.23' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT2M',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
      replace: { '203.0.113.77': '198.51.100.23' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT0M',
      repeat: { every: 'PT1M', times: 3 },
      personas: { 'Invoice Sync Helper': ['Invoice Sync Helper', 'Harbour CRM Connector', 'Berth Planner'] },
      replace: { '203.0.113.77': '2001:db8:77::9' },
    },
  ],
})
