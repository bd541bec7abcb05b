import type { Remark } from './story'

export const whaleTalk: Remark[] = [
  {
    by: 'aroha',
    minutesAfter: 33,
    recommendedBy: 14,
    text: 'My family has pots on the western edge of the Deep and three of the bottles are ours. What I love about it is the direction. Usually someone comes with a grant, takes our charts and sends us a poster. This time they asked where we would put them and why, and both reasons are in the paper with our names.\n\nDr Brill’s bakery is a fair hit all the same. We do hang buoys where there is food.',
    replies: [
      {
        by: 'tomasz',
        minutesAfter: 48,
        recommendedBy: 4,
        text: 'Would thirty random lines be enough to settle it? The Deep is some 2,000 square kilometres.',
        replies: [
          {
            by: 'aroha',
            minutesAfter: 39,
            recommendedBy: 7,
            text: 'A humpback carries 15 kilometres on a still night, so each bottle hears a few hundred of those. Thirty is plenty for the loud ones. For porpoises, which carry about as far as a cough, it would be hopeless.',
          },
        ],
      },
    ],
  },
  {
    by: 'tiller',
    minutesAfter: 70,
    recommendedBy: 11,
    text: 'I too stay away when a ship of 1,900 tonnes comes at me with eight people staring. I have been undercounted for years.',
  },
  {
    by: 'priya',
    minutesAfter: 118,
    recommendedBy: 6,
    text: 'The falling trend that turned out to be a change of ship! We had precisely this with blood pressure, which rose all over the district one January. It was the new cuffs.',
    replies: [
      {
        by: 'weilin',
        minutesAfter: 57,
        recommendedBy: 5,
        text: 'When the number moves, look at the ruler first. It ought to be printed on every ruler.',
      },
    ],
  },
  {
    by: 'lindqvist',
    minutesAfter: 240,
    recommendedBy: 7,
    text: 'On slowing to ten knots: it costs a container ship about 25 minutes across the Deep and saves her roughly two tonnes of fuel. In my experience the bridge is glad of an excuse. They will not say so to the owners.',
  },
  {
    by: 'kofi',
    minutesAfter: 390,
    recommendedBy: 9,
    text: 'My son wishes to know what the whale breaks off to listen to. I said that I would ask. He is six and has been standing next to me while I typed this.',
    replies: [
      {
        by: 'aroha',
        minutesAfter: 64,
        recommendedBy: 13,
        text: 'Tell him that nobody knows, that this is a proper scientific question, and that Dr Petherick’s best guess is another whale, too far off for our bottles but not for her. If he would like to hear it, the station at Innerby is open on Saturdays and there is a button.',
        replies: [
          {
            by: 'kofi',
            minutesAfter: 35,
            recommendedBy: 8,
            text: 'There is a BUTTON. We are coming on Saturday.',
          },
        ],
      },
    ],
  },
]
