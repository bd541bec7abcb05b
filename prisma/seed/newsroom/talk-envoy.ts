import type { Remark } from './story'

export const envoyTalk: Remark[] = [
  {
    by: 'miriam',
    minutesAfter: 52,
    recommendedBy: 14,
    text: 'The useful part is the first line of her list. Visas and missions are boring, and they are exactly where trust was lost first. I worked in a consular section in the year after the expulsions: six people for a queue that had been handled by fifty. It took us three years to clear it, and by then most of those in it had stopped wanting to come.',
    replies: [
      {
        by: 'lindqvist',
        minutesAfter: 70,
        recommendedBy: 6,
        text: 'Three years matches what we saw with seamen’s papers. The paperwork outlived two ambassadors.',
      },
      {
        by: 'desk',
        minutesAfter: 145,
        recommendedBy: 9,
        text: 'We have asked both ministries for the current waiting times, month by month, and will add them to the article. The figure of 41 days is the embassy’s own count.',
      },
    ],
  },
  {
    by: 'bertrand',
    minutesAfter: 118,
    recommendedBy: 5,
    text: 'A small point of procedure. Frozen deposits of people who have died do not need a new law; they need the regulation of the year before last to be brought into force, which takes a signature. I drafted it. It has been in a drawer since.',
    replies: [
      {
        by: 'weilin',
        minutesAfter: 64,
        recommendedBy: 7,
        text: 'Bertrand, how many drawers are there?',
        replies: [
          {
            by: 'bertrand',
            minutesAfter: 38,
            recommendedBy: 12,
            text: 'In the building as a whole, about four thousand. I only ever had keys to nine.',
          },
        ],
      },
    ],
  },
  {
    by: 'daniel',
    minutesAfter: 260,
    recommendedBy: 4,
    text: 'Ms Solaas has a point that deserves more than one line. If the crew of the trawler are not paid, then “small steps” means that we step over them.',
  },
  {
    by: 'hamid',
    minutesAfter: 420,
    recommendedBy: 8,
    text: 'I drove freight over Merrow Bridge for four winters. A meeting in the lorry park is not a gimmick. It is the only place in either country where everyone present knows what the problem is.',
  },
]
