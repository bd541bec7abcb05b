export const authors: { slug: string; name: string; bio: string }[] = [
  {
    slug: 'ada-brandvold',
    name: 'Ada Brandvold',
    bio: 'Ada Brandvold reports from abroad and from the coast, and has filed from eleven ferries and one pilot boat.',
  },
  {
    slug: 'tobias-renner',
    name: 'Tobias Renner',
    bio: 'Tobias Renner has covered the Assembly and the city council since the old chamber still had gas brackets.',
  },
  {
    slug: 'leila-amsel',
    name: 'Leila Amsel',
    bio: 'Leila Amsel writes about work, prices and company accounts, and trained as a surveyor before she trained as a reporter.',
  },
  {
    slug: 'ifor-pettigrew',
    name: 'Ifor Pettigrew',
    bio: 'Ifor Pettigrew is the science correspondent; he keeps a rain gauge, and a list of every forecast he has got wrong.',
  },
  {
    slug: 'celeste-okonjo',
    name: 'Celeste Okonjo',
    bio: 'Celeste Okonjo writes about books, buildings and broadcasting, and once spent a winter cataloguing doorbells.',
  },
  {
    slug: 'marek-dunne',
    name: 'Marek Dunne',
    bio: 'Marek Dunne covers sport, and played nine undistinguished seasons at left back for Tarring Wanderers.',
  },
  {
    slug: 'foreign-desk',
    name: 'Foreign desk',
    bio: 'The foreign desk gathers reports from correspondents and agencies, and answers questions about them under the article.',
  },
]
