// Acts of Google administrators, and of people on shared documents.
import { activity, admin, list, login, type Member, text, type Workspace } from './quiet-google.ts'
import { type Document, drive } from './quiet-google-drive.ts'
import { minute, type Place, type Scene } from './quiet-scene.ts'

/** An administrator signs in to the console, with the second step. */
export const consoleLogin = (scene: Scene, w: Workspace, time: number, who: Member, where: Place): string =>
  login(scene, w, time, who, where, ['password', 'security_key'])

export const createUser = (
  scene: Scene,
  w: Workspace,
  time: number,
  who: Member,
  where: Place,
  user: string,
  unit: string,
) => {
  admin(scene, w, time, who, where, 'USER_SETTINGS', 'CREATE_USER', { USER_EMAIL: user })
  admin(scene, w, time + 2000, who, where, 'USER_SETTINGS', 'MOVE_USER_TO_ORG_UNIT', {
    USER_EMAIL: user,
    ORG_UNIT_NAME: '/',
    NEW_VALUE: unit,
  })
}

/** A password reset at the desk: the new password, to be changed at the next login. */
export const reset = (scene: Scene, w: Workspace, time: number, who: Member, where: Place, user: string) => {
  admin(scene, w, time, who, where, 'USER_SETTINGS', 'CHANGE_PASSWORD', { USER_EMAIL: user })
  admin(scene, w, time + 900, who, where, 'USER_SETTINGS', 'CHANGE_PASSWORD_ON_NEXT_LOGIN', {
    USER_EMAIL: user,
    OLD_VALUE: 'false',
    NEW_VALUE: 'true',
  })
}

export const assignRole = (
  scene: Scene,
  w: Workspace,
  time: number,
  who: Member,
  where: Place,
  role: string,
  user: string,
  unit: string,
) =>
  admin(scene, w, time, who, where, 'DELEGATED_ADMIN_SETTINGS', 'ASSIGN_ROLE', {
    ROLE_NAME: role,
    USER_EMAIL: user,
    ORG_UNIT_NAME: unit,
  })

/** A named person outside gets a document. */
export const shareWith = (
  scene: Scene,
  w: Workspace,
  time: number,
  who: Member,
  where: Place,
  d: Document,
  person: string,
  right = 'can_view',
) =>
  drive(
    scene,
    w,
    time,
    who,
    where,
    'change_user_access',
    { ...d, visibility: 'shared_externally' },
    {
      type: 'acl_change',
      more: [
        text('target_user', person),
        list('old_value', 'none'),
        list('new_value', right),
        text('old_visibility', d.visibility),
        text('visibility_change', d.visibility === 'shared_externally' ? 'none' : 'external'),
      ],
    },
  )

/** Somebody logs in with the password of the desk and chooses an own one. */
export const ownPassword = (scene: Scene, w: Workspace, time: number, who: Member, where: Place): void => {
  login(scene, w, time, who, where, ['password', 'google_prompt'])
  activity(scene, w, time + minute, 'user_accounts', who, where, [
    { type: 'password_change', name: 'password_edit', parameters: [] },
  ])
}
