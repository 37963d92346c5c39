// Gemini in the Workspace applications. The event name is always the same. A parameter contains the action.
import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'gemini_in_workspace_apps',
  stream: 'gemini',
  envelope: 'newer',
  product: 'Gemini',
  events: [{ category: ['file'], type: ['info'], names: 'feature_utilization' }],
  otherwise: { category: ['file'], type: ['info'] },
  refinedBy: {
    action: [
      {
        values: ['generate_*', 'live_generate_document', 'outpaint', 'take_notes*'],
        category: ['file'],
        type: ['creation'],
      },
      {
        values: [
          'blur_background',
          'generate_table_name',
          'paraphrase',
          'remove_background',
          'replace_background',
          'turbofill',
        ],
        category: ['file'],
        type: ['change'],
      },
      { values: ['summarize*'], category: ['file'], type: ['info'] },
      {
        values: ['condense', 'elaborate', 'formalize', 'generate_text', 'proofread'],
        category: ['email'],
        type: ['info'],
      },
      { values: ['add_to_calendar', 'meet_studio_*', 'studio_*'], category: ['configuration'], type: ['change'] },
      { values: ['suggest_time'], category: ['configuration'], type: ['info'] },
    ],
  },
  parameters: { ...sameName('action app_name event_category feature_source') },
})
