import { tenant } from '../lib/baseline/routine.ts'

export default tenant({
  id: 'northpier',
  departments: { sales: 40, platform: 4, engineering: 26, finance: 20, operations: 80, support: 30 },
  leavers: 10,
  domain: 'northpier.example',
  apps: {
    // Applications of Microsoft and Google.
    Office: { microsoft: '4765445b-32c6-49b0-83e6-1d93765276ca', address: '198.51.100.20' },
    'Microsoft Teams': { microsoft: '1fec8e78-bce4-4aaf-ab1b-5451cc387264', address: '198.51.100.20' },
    'Microsoft Azure CLI': { microsoft: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', address: '198.51.100.20' },
    // Reviewed and approved applications: see environment.example.yaml.
    'Northpier Backup': { microsoft: '3f6b0f0e-6a55-4c1e-9b1d-7d2a5e8c4410', address: '198.51.100.60' },
    'Quayside CRM': {
      microsoft: 'a4c81f36-52d7-4b0e-9f63-18d2e7c5b940',
      google: '638104927715-q7m3x9d1k5t8v2b6n0c4z7w1r5y9p3hs.apps.googleusercontent.com',
    },
    'Meridian Mail': {
      microsoft: '5d20b7e9-8c14-4fa6-b3d8-6e91c0a7f254',
      google: '205918374466-h4k8s2w6z0c3v7b1n5m9q3x7d1t5r8yp.apps.googleusercontent.com',
    },
    'Tidewater Expenses': { google: '774420193358-e1r5t9y3p7h2k6s0w4z8c2v6b0n4m8qx.apps.googleusercontent.com' },
    'Pilot Notes': { microsoft: 'e83f5c02-7a96-4d1b-8c47-b95d30e6a1f7' },
    'Sterling Signatures': { google: '591827364500' },
    'Northpier directory sync': { google: '104567890123456789012' },
    // Small tools that people sign in to, one tool after another.
    'Lunch Poll': {},
    'Ride Share Table': {},
    'Quiz Harbor': {},
    'Screen Link': {},
    // Applications that their developers register in this tenant.
    'Berth Planner': { address: '198.51.100.61' },
    'Route Optimizer': { address: '198.51.100.62' },
    'Customs Gateway': { address: '198.51.100.63' },
    'Yard Sensors': { address: '198.51.100.64' },
    'Fleet Telemetry': { address: '198.51.100.65' },
    'Deployment Pipeline': { address: '198.51.100.66' },
    'Audit Collector': { address: '198.51.100.67' },
    'Old Timesheets': { address: '198.51.100.68' },
    'New Timesheets': { address: '198.51.100.69' },
    'Northpier Intranet': { address: '198.51.100.70' },
  },
  month: { start: '2026-06-01T00:00:00Z', days: 30, past: 100 },
})
