import { scenario } from '../../../lib/scenario.ts'

const changes = [
  ['joost.hale', '2sv_enroll'],
  ['tomas.feld', 'passkey_enrolled'],
  ['priya.nand', 'passkey_removed'],
  ['noor.baker', 'recovery_email_edit'],
  ['ivo.brandt', 'recovery_phone_edit'],
] as const

const rented = (address: string) => ({
  [`"ipAddress": "${address}"`]: '"networkInfo": { "ipAsn": [14061] }, "ipAddress": "203.0.113.121"',
})

export default scenario({
  title: 'Accounts sign in from a rented server, and add a second step or passkey, remove one, or change recovery data',
  steps: changes.flatMap(([person, event], i) => {
    const personas = { 'lena.ostrow': person }
    return [
      { sample: 'google-workspace/login-success', at: [`PT${1 + i}M`, `P8DT${i}M`], personas },
      {
        sample: 'google-workspace/login-success',
        at: `P20DT${i}M`,
        personas,
        replace: rented('198.51.100.71'),
      },
      {
        sample: 'google-workspace/user-accounts-mail-forwarded',
        at: `P20DT${10 + i}M`,
        personas,
        replace: {
          email_forwarding_change: '2sv_change',
          email_forwarding_out_of_domain: event,
          ...rented('198.51.100.23'),
        },
      },
    ]
  }),
})
