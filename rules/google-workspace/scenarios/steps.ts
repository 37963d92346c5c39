// Steps that many scenarios share: `{ ...administratorSignsInElsewhere, at: 'P20D' }`.

/** An administrator signs in from a network that the account has not used. */
export const administratorSignsInElsewhere = {
  sample: 'google-workspace/login-success',
  personas: { 'lena.ostrow': 'joost.hale' },
  replace: { '198.51.100.71': '203.0.113.121' },
}

/** A user signs in from a network that the account has not used. */
export const userSignsInElsewhere = {
  sample: 'google-workspace/login-success',
  replace: { '"ipAddress": "198.51.100.71"': '"ipAddress": "192.0.2.33"' },
}

/** A user authorizes the command line for Google Cloud from a network that the account has not used. */
export const commandLineAuthorizedElsewhere = {
  sample: 'google-workspace/token-authorize-mail',
  personas: { 'Inbox Pilot': 'Google Cloud SDK' },
  replace: {
    '"WEB"': '"NATIVE_DESKTOP"',
    'https://mail.google.com/': 'https://www.googleapis.com/auth/cloud-platform',
    '198.51.100.71': '203.0.113.121',
    '64496': '64511',
  },
}

export const playgroundAuthorized = {
  sample: 'google-workspace/token-authorize-mail',
  personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
}

export const applicationSendsMail = {
  sample: 'google-workspace/token-activity-gmail',
  replace: { 'gmail.users.messages.list': 'gmail.users.messages.send' },
}

/** An application reads mail from a network that it has not used. */
export const mailReadElsewhere = {
  sample: 'google-workspace/token-activity-gmail',
  replace: { '203.0.113.140': '192.0.2.33' },
}

export const userManagementRoleGiven = {
  sample: 'google-workspace/admin-role-to-user',
  replace: {
    'tomas.feld@northpier.example': 'finance@northpier.example',
    _SEED_ADMIN_ROLE: '_USER_MANAGEMENT_ADMIN_ROLE',
  },
}
