import { scenario } from '../../../lib/scenario.ts'
import commandLineListsUsersFromANewNetwork from './command-line-lists-users-from-a-new-network.scenario.ts'

export default scenario({
  ...commandLineListsUsersFromANewNetwork,
  title: 'A client inside the Azure portal lists the administrators from the network where somebody redeemed a token',
  steps: commandLineListsUsersFromANewNetwork.steps.with(-1, {
    sample: 'entra/graph-command-line-lists-users',
    at: 'P16DT9M',
    personas: { 'Microsoft Azure CLI': 'Azure Portal' },
    replace: { '/v1.0/users': '/v1.0/directoryRoles' },
  }),
})
