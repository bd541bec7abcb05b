import type { Remark } from './story'

export const waitingTalk: Remark[] = [
  {
    by: 'priya',
    minutesAfter: 41,
    recommendedBy: 12,
    text: 'Not my surgery, but we have one of the 126: a still life with a very large cabbage. For the first week people apologised to it. Now there are regulars who come ten minutes early. I cannot prove that it does anything. I can say that nobody has kicked the radiator since.',
    replies: [
      {
        by: 'odalys',
        minutesAfter: 52,
        recommendedBy: 7,
        text: 'I know that cabbage. I have had four fillings in front of its cousin at the dental school. It has a caterpillar on the left, under the outside leaf, and you only find it if they are running late.',
        replies: [
          {
            by: 'priya',
            minutesAfter: 95,
            recommendedBy: 11,
            text: 'I have just been to look, with a torch, after closing. Ours has one too.',
          },
        ],
      },
    ],
  },
  {
    by: 'daniel',
    minutesAfter: 80,
    recommendedBy: 4,
    text: 'A grumble. Four points of blood pressure, people not assigned by lot, and antiques on the television. It is honest of the doctor to say so, but then why print the four? The letters are the story. 1,140 of them do not need a cuff.',
    replies: [
      {
        by: 'weilin',
        minutesAfter: 47,
        recommendedBy: 5,
        text: 'Because the next director will have to defend the insurance to a committee, and committees cannot read letters.',
      },
    ],
  },
  {
    by: 'layla',
    minutesAfter: 135,
    recommendedBy: 8,
    text: '“At the eye level of someone sitting down.” Every gallery in the world is hung for a man of one metre seventy on his feet, in a hurry. It is such a small thing to have noticed.',
  },
  {
    by: 'lindqvist',
    minutesAfter: 210,
    recommendedBy: 6,
    text: 'The pilot is right. With that rig and the wind where the flag has it, she is on starboard tack with the land behind her. She is leaving. I am sorry for Mr Achterlo’s theory, but I like it better.',
    replies: [
      {
        by: 'tiller',
        minutesAfter: 65,
        recommendedBy: 9,
        text: 'She has gone out to fetch somebody who is further out. Everyone is right. Next.',
      },
    ],
  },
  {
    by: 'yusuf',
    minutesAfter: 430,
    recommendedBy: 5,
    text: 'The passport office has a portrait of a man who has plainly been told that it will be another hour. It is a great comfort.',
  },
]
