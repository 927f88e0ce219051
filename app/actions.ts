'use server'

import * as session from '@/lib/web/session-actions'

export const signIn = session.signInAction
export const signInDemo = session.demoSignInAction
export const signOut = session.signOutAction
export const signOutEverywhere = session.signOutEverywhereAction
export const chooseContext = session.chooseContextAction
export const setTheme = session.setThemeAction
export const acceptInvitation = session.acceptInvitationAction
export const askPassword = session.askPasswordAction
export const setNewPassword = session.resetPasswordAction
