import { scenario } from '../../../lib/scenario.ts'
import byStranger from './key-by-a-stranger.scenario.ts'

export default scenario({
  ...byStranger,
  title: 'A stranger adds a key to an application, and two hours later a second one to its service principal',
  steps: [
    ...byStranger.steps,
    {
      sample: 'm365/service-principal-credential-added',
      at: 'P70DT2H',
      delivered: 'P70DT3H',
      personas: { 'tomas.lindqvist': 'jonas.reimer' },
    },
  ],
})
