import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'vault',
  stream: 'vault',
  envelope: 'newer',
  product: 'Vault',
  events: [
    { category: ['iam'], type: ['info'], names: 'add_collaborator remove_collaborator' },
    {
      category: ['file'],
      type: ['info'],
      names: 'download_count_per_account_csv export export_file_download legacy_export_download',
    },
    { category: ['file'], type: ['access'], names: 'view_document* view_external_document' },
    // ECS has no category for a search.
    { category: [], type: ['info'], names: 'get_count_operation search search_count' },
    { category: ['configuration'], type: ['creation'], names: 'create_*' },
    {
      category: ['configuration'],
      type: ['deletion'],
      names: 'cancel_accelerated_deletion_* delete_* deletion_search',
    },
    {
      category: ['configuration'],
      type: ['change'],
      names: 'close_* convert_* modify_* obsolete_* reopen_* restore_* update_*',
    },
    { category: ['configuration'], type: ['access'], names: 'view_*' },
    { category: ['configuration'], type: ['info'], names: 'add_* delete_export_fail preview_* remove_*' },
  ],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {
    ...sameName('additional_details matter_id organizational_unit_name resource_name'),
    // Search text can be long. A keyword would not index it.
    query: { to: 'query', type: 'wildcard' },
    resource_url: { to: 'resource_url', is: 'url' },
    target_user: { to: 'target_user', is: 'target' },
  },
})
