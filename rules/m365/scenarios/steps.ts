// Steps that many scenarios share: `{ ...signInElsewhere, at: 'P16D' }`.

/** A colleague opens another application: the log source has a history. */
export const colleagueSignsIn = {
  sample: 'm365/sign-in',
  personas: { 'mara.voss': 'ines.carver', 'Invoice Sync Helper': 'Berth Planner' },
}

/** An application signs in with its certificate. */
export const payrollSignsIn = {
  sample: 'entra/signin-app-certificate',
  personas: { 'Harbour CRM Connector': 'Payroll Bridge' },
}

/** A person signs in from a network that the account has not used. */
export const signInElsewhere = {
  sample: 'entra/signin-command-line-elsewhere',
  replace: { '"isInteractive": false': '"isInteractive": true' },
}

/** Another application reads mail: the log source has a history. */
export const connectorReadsMail = {
  sample: 'm365/mail-items-accessed-bind',
  personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
}

export const refusedToListMail = {
  sample: 'entra/graph-user-lists-mail',
  replace: {
    '"responseStatusCode": 200': '"responseStatusCode": 403',
    '"resultSignature": "200"': '"resultSignature": "403"',
  },
}

export const revokedTokenRefused = {
  sample: 'entra/signin-user-app',
  replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
}

export const groupReceivesRole = {
  sample: 'entra/audit-role-granted-to-service-principal',
  replace: {
    ServicePrincipal: 'Group',
    'Payroll Bridge': 'Operators',
    'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
  },
}
