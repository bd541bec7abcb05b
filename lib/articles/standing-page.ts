/** The pages that say who publishes, and by what rules. Their addresses never change. */
export const standingPages = ['about', 'rules', 'terms', 'privacy', 'contact'] as const
export type StandingPage = (typeof standingPages)[number]

export function isStandingPage(slug: string): slug is StandingPage {
  return standingPages.some((each) => each === slug)
}
