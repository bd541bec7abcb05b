import type { Remark } from './story'

export const rentsTalk: Remark[] = [
  {
    by: 'layla',
    minutesAfter: 45,
    recommendedBy: 8,
    text: 'A word for Customs Quay, where I have a drawing or two on my conscience. Those flats are not empty because they are bad. They are empty because they were all designed for the same imaginary couple with no children and one suitcase. There are perhaps 400 such couples in the city and they all live there now.',
    replies: [
      {
        by: 'miriam',
        minutesAfter: 62,
        recommendedBy: 5,
        text: 'Can two be knocked into one?',
        replies: [
          {
            by: 'layla',
            minutesAfter: 48,
            recommendedBy: 6,
            text: 'In the north tower yes, the walls between are block. In the south one the wall is holding up the person above. I did ask for the other way round.',
          },
        ],
      },
    ],
  },
  {
    by: 'kofi',
    minutesAfter: 88,
    recommendedBy: 9,
    text: 'We moved to Tolley to save 900 a month, three years ago. With this year’s rise and the train we now save eleven crowns. I am thinking of what to spend it on.',
    replies: [
      {
        by: 'tiller',
        minutesAfter: 37,
        recommendedBy: 10,
        text: 'A very small celebration.',
      },
    ],
  },
  {
    by: 'weilin',
    minutesAfter: 140,
    recommendedBy: 4,
    text: 'The median would be more honest than the mean here and the office has it: table 4, 8,310 crowns, up 1.9 per cent since February. I do not understand why they lead with the other one every month.',
    replies: [
      {
        by: 'bertrand',
        minutesAfter: 51,
        recommendedBy: 3,
        text: 'Because the series goes back to 1948 and was begun by a man who distrusted medians. This is not a joke; there is a memorandum.',
      },
    ],
  },
  {
    by: 'daniel',
    minutesAfter: 300,
    recommendedBy: 2,
    text: 'I would be careful with “locked in”. My parents are locked in, in the sense that they like it there.',
  },
  {
    by: 'lantern',
    minutesAfter: 5000,
    outcome: 'held',
    text: 'I let two rooms over my shop in Tannery Lane, 6,900 with the heating, quiet people preferred, ask for Magnus at the lantern counter. Is it all right to say so here?',
  },
]
