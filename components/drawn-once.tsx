'use client'

// For their speed alone (decision 0035): through here the long lists of readers' pages are drawn once, on the server. No
// browser ever draws them, so they hold no state and no hooks; what they are given is data, and public. Private pages,
// which do go on in the browser, take the components themselves.
export { CommentThreads } from './comment-thread'
export { FrontPage } from './front-page'
export { StoryList } from './story-list'
