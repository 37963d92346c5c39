import { scenario } from '../../../lib/scenario.ts'
import colleague from './colleague-may-act-as-signing-program-from-new-network.scenario.ts'

const role = (at: string, name: string, member: string) => ({
  sample: 'google-cloud/audit-project-role-to-user',
  at,
  replace: { '198.51.100.40': '192.0.2.77', 'roles/viewer': name, 'user:selin.okoye@northpier.example': member },
})

export default scenario({
  title:
    'From a new network, an engineer opens all service accounts of a project to a stranger and to a service account',
  steps: [
    ...colleague.steps.slice(0, -1),
    role('P30D', 'roles/iam.serviceAccountTokenCreator', 'user:ada.crane@mail.example'),
    role('P31D', 'roles/iam.serviceAccountKeyAdmin', 'serviceAccount:build@ciwork.iam.gserviceaccount.com'),
  ],
})
