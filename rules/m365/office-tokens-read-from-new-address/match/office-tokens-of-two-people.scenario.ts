import { scenario } from '../../../lib/scenario.ts'

const office = { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c' }
const jonas = {
  'mara.voss': 'jonas.reimer',
  'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': '5e4d3c2b-1a09-4f8e-8d7c-6b5a49382716',
}
const elsewhere = { '203.0.113.77': '192.0.2.44' }

export default scenario({
  title: 'Office tokens of two people read mail from one address that neither of them used before',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', replace: office, repeat: { every: 'P1D', times: 9 } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT2H',
      replace: { ...office, ...jonas },
      repeat: { every: 'P1D', times: 9 },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P15D', replace: { ...office, ...elsewhere } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P16D', replace: { ...office, ...jonas, ...elsewhere } },
  ],
})
