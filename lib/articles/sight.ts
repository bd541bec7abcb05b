/** That somebody read an article: where they are and who they are, as hashes with the salt of the day and the article's id. */
export type Sight = { articleId: number; place: string; reader: string }

/** From one address, of one article, on one day: a household, a school, an office behind one door. */
export const mostFromOnePlace = 25
