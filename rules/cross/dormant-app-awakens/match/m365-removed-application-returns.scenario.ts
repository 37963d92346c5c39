import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that another application adds again two days after its removal reads mail',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 3 } },
    { sample: 'm365/service-principal-removed', at: 'P10D' },
    {
      sample: 'm365/service-principal-added',
      at: 'P12D',
      replace: { 'mara.voss@northpier.example': 'ServicePrincipal_f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01' },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P13D' },
  ],
})
