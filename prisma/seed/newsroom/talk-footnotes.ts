import type { Remark } from './story'

export const footnotesTalk: Remark[] = [
  {
    by: 'weilin',
    minutesAfter: 36,
    recommendedBy: 13,
    text: 'I have been a subscriber for seven years and have the Castellan letter in a frame. What the article is too polite to say is that every one of those footnotes had been read, initialled and paid for by an auditor. She is not cleverer than they are. She is the only one in the chain who is not paid by the company.',
    replies: [
      {
        by: 'bertrand',
        minutesAfter: 44,
        recommendedBy: 5,
        text: 'Quite so. “More restful” has been going round my head all day. I believe I know the partner who said it.',
      },
      {
        by: 'tomasz',
        minutesAfter: 73,
        recommendedBy: 4,
        text: 'It is the same in my trade. The checking engineer is hired by the contractor. It works for as long as everybody is frightened of the same thing.',
      },
    ],
  },
  {
    by: 'priya',
    minutesAfter: 92,
    recommendedBy: 9,
    text: 'Step four is diagnosis. You are given nine true statements by somebody who would rather not tell you the tenth, and you ask how a body would have to be arranged for all of them to hold.',
  },
  {
    by: 'tiller',
    minutesAfter: 105,
    recommendedBy: 12,
    text: 'I would like it known that I am not Bertil.',
    replies: [
      {
        by: 'lindqvist',
        minutesAfter: 31,
        recommendedBy: 8,
        text: 'That is exactly what note 31 would say.',
      },
    ],
  },
  {
    by: 'yusuf',
    minutesAfter: 180,
    recommendedBy: 6,
    text: 'I tried it this afternoon with the accounts of the traders’ association: back to front, by hand. We have been paying for the storage of a Christmas tree since 2011. There is no tree.',
    replies: [
      {
        by: 'weilin',
        minutesAfter: 26,
        recommendedBy: 10,
        text: 'And how would things have to be arranged for that to be true?',
        replies: [
          {
            by: 'yusuf',
            minutesAfter: 41,
            recommendedBy: 11,
            text: 'My predecessor has a very dry garage. I am going round on Sunday.',
          },
        ],
      },
    ],
  },
  {
    by: 'miriam',
    minutesAfter: 420,
    recommendedBy: 4,
    text: '“And when I stop being bored, that’s the one.” I have copied this out by hand, as instructed.',
  },
]
