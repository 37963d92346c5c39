import { scenario } from '../../../lib/scenario.ts'

const token = 'google-workspace/access-evaluation-impersonation'
const sync = { 'mail-archiver@np-archive-81': 'invoice-sync@northpier-sync' }

export default scenario({
  title:
    'An engineer on a new network attaches a service account to a machine, and the service account acts for another person in its usual network',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1H',
      repeat: { every: 'P3D', times: 10 },
      personas: { 'lena.ostrow': 'ivo.brandt' },
      replace: { '198.51.100.71': '198.51.100.40' },
    },
    { sample: token, at: 'PT2H', repeat: { every: 'P1D', times: 30 }, replace: sync },
    {
      sample: 'google-cloud/audit-machine-gets-service-account',
      at: 'P29DT3H',
      replace: { '198.51.100.40': '192.0.2.77' },
    },
    { sample: token, at: 'P29DT4H', personas: { 'mara.voss': 'ole.brandt' }, replace: sync },
  ],
})
