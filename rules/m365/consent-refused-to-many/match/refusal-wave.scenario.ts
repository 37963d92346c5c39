import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people are blocked from consent to one application within a day',
  steps: [
    { sample: 'm365/consent-blocked-risky', at: 'PT1H' },
    { sample: 'm365/consent-blocked-risky', at: 'PT2H30M', delivered: 'PT9H', personas: { 'mara.voss': 'ole.brandt' } },
    {
      sample: 'm365/consent-blocked-risky',
      at: 'PT3H',
      redelivered: ['PT3H20M', 'PT11H'],
      personas: { 'mara.voss': 'ines.moreau' },
    },
    { sample: 'm365/consent-blocked-risky', at: 'PT7H', personas: { 'mara.voss': 'petr.novak' } },
    { sample: 'm365/consent-blocked-risky', at: 'PT8H', delivered: 'PT8H30M', personas: { 'mara.voss': 'aino.lehto' } },
  ],
})
