import type { Remark } from './story'

export const goalkeeperTalk: Remark[] = [
  {
    by: 'kofi',
    minutesAfter: 28,
    recommendedBy: 14,
    text: 'Sunday league keeper, twenty-one seasons, bad knees. I read the bit about the worktop aloud to my wife. Mine was a boiler. Quarter-final, eight years ago, and I can still tell you the make.',
    replies: [
      {
        by: 'daniel',
        minutesAfter: 44,
        recommendedBy: 8,
        text: 'And did you get it mended?',
        replies: [
          {
            by: 'kofi',
            minutesAfter: 19,
            recommendedBy: 13,
            text: 'No. I could not look at it after that.',
          },
        ],
      },
    ],
  },
  {
    by: 'hamid',
    minutesAfter: 75,
    recommendedBy: 10,
    text: 'It is just the same in a cab. Four hundred thousand kilometres and my best ones are those in which I do not remember anything. “Give them an appointment” is going on the dashboard.',
  },
  {
    by: 'odalys',
    minutesAfter: 110,
    recommendedBy: 5,
    text: 'The eye figures are remarkable: 31 per cent against 80. I would love to know whether it can be taught, or whether it is what is left after you have watched ten thousand balls. I have a shot putter who does it, and she cannot tell me how.',
    replies: [
      {
        by: 'priya',
        minutesAfter: 67,
        recommendedBy: 4,
        text: 'Experienced nurses on a ward do it too. Beginners look at the monitor. The old hands look at the feet. It can be taught a little, by covering up the monitor.',
      },
    ],
  },
  {
    by: 'tiller',
    minutesAfter: 160,
    recommendedBy: 11,
    text: 'I have been doing nothing for eighty minutes at a stretch for most of my life and no newspaper has ever sent a man with a stool.',
    replies: [
      {
        by: 'lindqvist',
        minutesAfter: 53,
        recommendedBy: 7,
        text: 'He came. You did not notice him. It was one of your appointments.',
      },
    ],
  },
  {
    by: 'yusuf',
    minutesAfter: 280,
    recommendedBy: 6,
    text: 'She fitted our kitchen. I have now gone and looked at the hinge.',
  },
]
