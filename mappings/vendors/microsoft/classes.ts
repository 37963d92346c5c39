// How ECS classifies the operations of Microsoft's logs.
import type { EventClassification } from '../../lib/operation.ts'

type Class = EventClassification

export const fileAccess: Class = { category: ['file'], type: ['access'] }
export const fileChange: Class = { category: ['file'], type: ['change'] }
export const fileCreation: Class = { category: ['file'], type: ['creation'] }
export const fileDeletion: Class = { category: ['file'], type: ['deletion'] }
export const configurationChange: Class = { category: ['configuration'], type: ['change'] }
export const configurationCreation: Class = { category: ['configuration'], type: ['creation'] }
export const configurationDeletion: Class = { category: ['configuration'], type: ['deletion'] }
export const iamChange: Class = { category: ['iam'], type: ['change'] }
export const iamCreation: Class = { category: ['iam'], type: ['creation'] }
export const iamDeletion: Class = { category: ['iam'], type: ['deletion'] }
export const adminChange: Class = { category: ['iam'], type: ['admin', 'change'] }
export const roleChange: Class = { category: ['iam'], type: ['admin', 'user', 'change'] }
export const userChange: Class = { category: ['iam'], type: ['user', 'change'] }
export const userCreation: Class = { category: ['iam'], type: ['user', 'creation'] }
export const userDeletion: Class = { category: ['iam'], type: ['user', 'deletion'] }
export const groupChange: Class = { category: ['iam'], type: ['group', 'change'] }
export const groupCreation: Class = { category: ['iam'], type: ['group', 'creation'] }
export const groupDeletion: Class = { category: ['iam'], type: ['group', 'deletion'] }
export const membership: Class = { category: ['iam'], type: ['group', 'user', 'change'] }
export const sharingChange: Class = { category: ['file', 'iam'], type: ['change'] }
export const mail: Class = { category: ['email'] }
