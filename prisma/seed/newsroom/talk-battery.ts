import type { Remark } from './story'

export const batteryTalk: Remark[] = [
  {
    by: 'aroha',
    minutesAfter: 55,
    recommendedBy: 13,
    text: 'Mr Hesketh is right about the solvent. It mixes with water in any proportion, so it cannot be skimmed off, and it does not smell until there is a great deal of it. A second tank is the correct answer, and a very simple sensor in the gap between the two is the other half of it. Would somebody in Brough End tell him? The part costs about 400 crowns.',
    replies: [
      {
        by: 'kofi',
        minutesAfter: 90,
        recommendedBy: 9,
        text: 'I live four doors down from him. Printed your comment and put it through the letter box.',
        replies: [
          {
            by: 'kofi',
            minutesAfter: 1260,
            recommendedBy: 14,
            text: 'Report back: he has read it, he says thank you, he says which part, and he would like the page number.',
          },
        ],
      },
    ],
  },
  {
    by: 'daniel',
    minutesAfter: 80,
    recommendedBy: 10,
    text: 'I teach economics too, in another valley, and I have put Mr Carrowmore’s contract on the board for Monday with the names taken off. Question one: which side wrote this? I do not think that any of them will guess.',
  },
  {
    by: 'weilin',
    minutesAfter: 121,
    recommendedBy: 6,
    text: 'Twelve years without rates on a 4.8 billion plant is worth somewhere near 700 million crowns. For 1,150 jobs that is 600,000 a job, before anyone has swept the floor. The town that offers nothing may lose by ten million; the one that offers twelve years can win and lose by seventy times as much.',
    replies: [
      {
        by: 'bertrand',
        minutesAfter: 70,
        recommendedBy: 3,
        text: 'Against which must be set the rates that Tarring receives from those sidings now. I looked it up. It is 84 crowns a year, for the signal box.',
      },
    ],
  },
  {
    by: 'hamid',
    minutesAfter: 190,
    recommendedBy: 5,
    text: 'One for the list of what nobody says: 34 hectares of shift workers, and the last bus up the Kell is at 19.50. Put the bus in the contract.',
  },
  {
    by: 'tiller',
    minutesAfter: 245,
    recommendedBy: 12,
    text: 'Three mayors in a carvery, and it failed over the sign. Call it Kell. There, that is my consultancy fee.',
  },
  {
    by: 'siobhan',
    minutesAfter: 400,
    recommendedBy: 7,
    text: 'The Reverend Ekberg was at school with me. She is the only person I ever met who does the sum for the ones who lose as well.',
  },
  {
    by: 'tomasz',
    minutesAfter: 610,
    recommendedBy: 4,
    text: 'Piping heat to 5,000 homes is perfectly ordinary in places with colder winters. The dear part is not the pipe along the road, it is the last two metres into each house. A terrace is the cheapest shape there is for it. I had never thought of those streets as an asset before, and I grew up in one.',
  },
]
