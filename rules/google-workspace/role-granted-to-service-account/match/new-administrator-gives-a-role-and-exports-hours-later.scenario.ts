import { scenario } from '../../../lib/scenario.ts'

const newAdministrator = { 'joost.hale': 'tomas.feld' }

export default scenario({
  title:
    'A new super administrator gives a role from a new network, and exports the organization five hours later: two alerts',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1H',
      repeat: { every: 'P3D', times: 10 },
      personas: { 'lena.ostrow': 'tomas.feld' },
      replace: { '198.51.100.71': '198.51.100.12' },
    },
    { sample: 'google-workspace/admin-role-to-user', at: 'P30D' },
    {
      sample: 'google-workspace/login-success',
      at: 'P30DT1H',
      personas: { 'lena.ostrow': 'tomas.feld' },
      replace: { '198.51.100.71': '192.0.2.77' },
    },
    {
      sample: 'google-workspace/admin-role-to-service-account',
      at: 'P30DT2H',
      personas: newAdministrator,
      replace: { '198.51.100.12': '192.0.2.77' },
    },
    { sample: 'google-workspace/admin-organization-exported', at: 'P30DT7H', personas: newAdministrator },
  ],
})
