export type SectionSlug = 'world' | 'politics' | 'business' | 'science' | 'culture' | 'sport'

export const sections: { slug: SectionSlug; name: string; description: string }[] = [
  {
    slug: 'world',
    name: 'World',
    description: 'What happens beyond the city and the strait, from people who were there.',
  },
  {
    slug: 'politics',
    name: 'Politics',
    description: 'The Assembly, the councils, and what their decisions do to an ordinary week.',
  },
  {
    slug: 'business',
    name: 'Business',
    description: 'Work, rents, harvests and accounts, with the sums shown.',
  },
  {
    slug: 'science',
    name: 'Science',
    description: 'What was measured, how sure anybody is, and what would change their minds.',
  },
  {
    slug: 'culture',
    name: 'Culture',
    description: 'Books, bells, plays and pictures, and the rooms they are made in.',
  },
  {
    slug: 'sport',
    name: 'Sport',
    description: 'How games are won and lost, told by those who were standing nearest.',
  },
]
