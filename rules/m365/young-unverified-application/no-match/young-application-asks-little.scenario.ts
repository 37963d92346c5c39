import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application of an unverified publisher receives only the name of its user',
  steps: [
    {
      sample: 'entra/inventory-service-principal-unverified',
      at: 'P1D',
      replace: { '2026-03-11T09:14:26Z': '2026-03-02T09:14:26Z' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P2D',
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' },
    },
  ],
})
