import { scenario } from '../../../lib/scenario.ts'

const eightTimes = { every: 'PT1M', times: 8 }
const eightApplications = { 'Invoice Sync Helper': 8 }

export default scenario({
  title: 'An administrator adds eight applications, and assigns the applications to one account an hour later',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT3M', repeat: eightTimes, personas: eightApplications },
    { sample: 'm365/user-assigned', at: 'PT1H', repeat: eightTimes, personas: eightApplications },
  ],
})
