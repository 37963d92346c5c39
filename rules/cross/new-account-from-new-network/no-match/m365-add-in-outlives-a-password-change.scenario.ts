import { scenario } from '../../../lib/scenario.ts'
import outlives from '../match/m365-add-in-outlives-the-incident.scenario.ts'

export default scenario({
  ...outlives,
  title:
    'Two months after a site owner registered an add-in from a new network, somebody resets the password of the owner, and the add-in downloads files',
  steps: outlives.steps.filter(({ sample }) => sample !== 'm365/sessions-revoked'),
})
