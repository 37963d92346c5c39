import { scenario } from '../../../lib/scenario.ts'

const changes = [
  ['joost.hale', '2sv_enroll'],
  ['tomas.feld', 'passkey_enrolled'],
  ['priya.nand', 'passkey_removed'],
] as const

export default scenario({
  title: 'Accounts sign in from a new network, and add a second step or a passkey, or remove a passkey',
  start: '2026-04-14T07:00:00Z',
  steps: changes.flatMap(([person, event], i) => {
    const personas = { 'lena.ostrow': person }
    return [
      { sample: 'google-workspace/login-success', at: [`PT${1 + i}M`, `P8DT${i}M`], personas },
      {
        sample: 'google-workspace/login-success',
        at: `P20DT${i}M`,
        personas,
        replace: { '198.51.100.71': '203.0.113.121' },
      },
      {
        sample: 'google-workspace/user-accounts-mail-forwarded',
        at: `P20DT${10 + i}M`,
        personas,
        replace: {
          email_forwarding_change: '2sv_change',
          email_forwarding_out_of_domain: event,
          '198.51.100.23': '203.0.113.121',
        },
      },
    ]
  }),
})
