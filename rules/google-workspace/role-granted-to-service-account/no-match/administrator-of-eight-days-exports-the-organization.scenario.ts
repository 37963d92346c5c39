import { scenario } from '../../../lib/scenario.ts'
import newAdministrator from '../match/new-administrator-exports-the-organization.scenario.ts'

export default scenario({
  ...newAdministrator,
  title: 'A person becomes a super administrator, and exports the organization eight days later',
  steps: newAdministrator.steps.with(-1, {
    sample: 'google-workspace/admin-organization-exported',
    at: 'P28D',
    personas: { 'joost.hale': 'tomas.feld' },
  }),
})
