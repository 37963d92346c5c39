import { scenario } from '../../../lib/scenario.ts'

const elsewhere = { '203.0.113.77': '192.0.2.44' }
const office = { 'Invoice Sync Helper': 'Microsoft Office' }
const officeOfJonas = { 'mara.voss': 'jonas.reimer', 'Invoice Sync Helper': 'Microsoft Office' }

export default scenario({
  title: 'Office tokens of two people read mail from one address that neither of them used before',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', personas: office, repeat: { every: 'P1D', times: 9 } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT2H',
      personas: officeOfJonas,
      repeat: { every: 'P1D', times: 9 },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P15D', personas: office, replace: { ...elsewhere } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P16D', personas: officeOfJonas, replace: { ...elsewhere } },
  ],
})
