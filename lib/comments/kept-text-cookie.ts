/** Names the cookie whose key opens a kept text: the only cookie anyone gets before signing in. */
export const keptTextCookie = 'tribune.text'
