import type { Remark } from './story'

export const draftsTalk: Remark[] = [
  {
    by: 'bertrand',
    minutesAfter: 40,
    recommendedBy: 9,
    text: 'As one who drafted for nineteen years I was against this, and have changed my mind for a selfish reason. When a clause goes wrong it is always the draftsman who is blamed. I should have liked a list of who asked for “normally”.',
    replies: [
      {
        by: 'weilin',
        minutesAfter: 61,
        recommendedBy: 4,
        text: 'What did you put when they asked for it?',
        replies: [
          {
            by: 'bertrand',
            minutesAfter: 27,
            recommendedBy: 10,
            text: '“Normally”. One is paid to write what they mean, and that was what they meant.',
          },
        ],
      },
    ],
  },
  {
    by: 'daniel',
    minutesAfter: 95,
    recommendedBy: 5,
    text: 'Mr Vey’s argument should not be waved away. In our staff meetings the real agreement is always reached on the stairs. If you put a microphone on the stairs, people will find other stairs.',
    replies: [
      {
        by: 'miriam',
        minutesAfter: 50,
        recommendedBy: 8,
        text: 'Nobody is putting a microphone anywhere. They may still talk. It is only when the talk changes the text that it must say its name.',
      },
    ],
  },
  {
    by: 'tiller',
    minutesAfter: 140,
    recommendedBy: 11,
    text: 'Nine members “asleep or abstaining”. I hope the new system will record which.',
  },
  {
    by: 'layla',
    minutesAfter: 233,
    recommendedBy: 6,
    text: 'We have had this for buildings for thirty years: every revision of a drawing has a letter, a date, initials and a cloud drawn round what moved. The arguments did not stop. They became much shorter.',
  },
  {
    by: 'tomasz',
    minutesAfter: 420,
    recommendedBy: 3,
    text: '3,000 changes a week sounds like a lot to a clerk and like a quiet morning to any team that writes software. The tools exist and are mostly free. Please, nobody commission a system.',
  },
  {
    by: 'yusuf',
    minutesAfter: 700,
    recommendedBy: 2,
    text: 'I read the eleven drafts this evening instead of watching the match. Draft six is the good one.',
  },
]
