// What users change about their own accounts.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'user_accounts',
  stream: 'user_accounts',
  envelope: 'original',
  events: [
    {
      category: ['iam'],
      type: ['change', 'user'],
      names: [
        '2sv_disable',
        '2sv_enroll',
        'email_forwarding_out_of_domain',
        'passkey_enrolled',
        'passkey_removed',
        'password_edit',
        'recovery_email_edit',
        'recovery_phone_edit',
        'recovery_secret_qa_edit',
        'titanium_enroll',
        'titanium_unenroll',
      ],
    },
  ],
  otherwise: { category: ['iam'], type: ['change', 'user'] },
  parameters: { email_forwarding_destination_address: { to: 'email_forwarding_destination_address', is: 'related' } },
  ownAccount: true,
})
