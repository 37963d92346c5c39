import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'keep',
  stream: 'keep',
  envelope: 'newer',
  product: 'Keep',
  events: [
    { category: ['iam'], type: ['change'], names: 'modified_acl' },
    { category: ['file'], type: ['change'], names: 'edited_note_content uploaded_attachment' },
    { category: ['file'], type: ['creation'], names: 'created_note' },
    { category: ['file'], type: ['deletion'], names: 'deleted_attachment deleted_note' },
  ],
  otherwise: { category: ['file'], type: ['change'] },
  parameters: {
    attachment_name: 'attachment_name',
    note_name: { to: 'note_name', is: 'url' },
    owner_email: { to: 'owner_email', is: 'related' },
  },
  data: 'file',
})
