import { scenario } from '../../../lib/scenario.ts'

const away = { '198.51.100.12': '192.0.2.77' }

export default scenario({
  title: 'An administrator in a new network creates an account, and makes it a super administrator minutes later',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1H',
      repeat: { every: 'P3D', times: 10 },
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { '198.51.100.71': '198.51.100.12' },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'P30D',
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { '198.51.100.71': '192.0.2.77' },
    },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P32D',
      personas: { 'lena.ostrow': 'tomas.feld' },
      replace: { ...away, SUSPEND_USER: 'CREATE_USER' },
    },
    { sample: 'google-workspace/admin-role-to-user', at: 'P32DT3M', replace: away },
  ],
})
