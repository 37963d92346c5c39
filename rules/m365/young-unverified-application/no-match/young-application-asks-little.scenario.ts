import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A young application of an unverified publisher asks who its user is',
  start: '2026-03-02T09:00:00Z',
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
