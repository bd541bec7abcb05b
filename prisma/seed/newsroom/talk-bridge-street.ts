import type { Remark } from './story'

export const bridgeStreetTalk: Remark[] = [
  {
    by: 'yusuf',
    minutesAfter: 133,
    recommendedBy: 14,
    text: 'I have one of the 61 shops. Lamps and repairs, third from the bridge. I was on Looms Lane before, and I was one of the nine.\n\nIt was not the trench that closed me. It was that nobody could tell me when it would move. If they had said thirty weeks I would have gone to my brother’s and come back. They said six, and then two more, and two more, fifteen times. I paid rent on hope.\n\nSo, an engineer with a name and a telephone. Petra is right to put that before the money.',
    replies: [
      {
        by: 'kofi',
        minutesAfter: 37,
        recommendedBy: 8,
        text: '“I paid rent on hope.” I am so sorry. You mended my daughter’s night light twice and would not take anything for it.',
        replies: [
          {
            by: 'yusuf',
            minutesAfter: 58,
            recommendedBy: 9,
            text: 'It was only a spring. Tell her to stop carrying it by the wire.',
          },
        ],
      },
      {
        by: 'tomasz',
        minutesAfter: 95,
        recommendedBy: 6,
        text: 'From the other side of the barrier: we often do not know, because nobody has ever looked under the street. A trial pit every twenty metres beforehand costs less than one week’s delay and is nearly always struck out of the budget as “enabling works”. Ask for the pits too.',
        replies: [
          {
            by: 'yusuf',
            minutesAfter: 44,
            recommendedBy: 5,
            text: 'A name, a telephone and holes. I will take it to the meeting on Thursday.',
          },
        ],
      },
      {
        by: 'lantern',
        minutesAfter: 130,
        outcome: { rejected: 'spam' },
        text: 'Why repair? NEW lamps at LANTERN BARGAINS cheaper than mending, delivered over any bridge! Use code TRAM for a free bulb.',
      },
    ],
  },
  {
    by: 'odalys',
    minutesAfter: 160,
    recommendedBy: 7,
    text: 'I am one of the 1,480. A hanging path of 2.4 metres with two directions and a wall of wind is not a path, it is a dare. But single track would turn a good line into a poor one for thirty years, and I am on that bridge for ninety seconds a day.\n\nMake the shelf 3.4 and I will get off my bicycle and cheer.',
    replies: [
      {
        by: 'layla',
        minutesAfter: 66,
        recommendedBy: 4,
        text: 'At 3.4 it needs brackets into the spandrel, and that is the heritage board’s real objection, on page three. At 2.8 it does not. I would settle at 2.8 with lay-bys over the piers.',
        replies: [
          {
            by: 'odalys',
            minutesAfter: 29,
            recommendedBy: 3,
            text: 'Lay-bys! To admire the view while being overtaken. Done.',
          },
        ],
      },
      {
        by: 'bertrand',
        minutesAfter: 171,
        recommendedBy: 2,
        text: 'I walk it daily at 79 with a stick. May I say on behalf of the 2,310 that, wherever the bicycles are put, I should be glad if it were not where I am.',
        replies: [
          {
            by: 'odalys',
            minutesAfter: 90,
            recommendedBy: 6,
            text: 'You may, and I will ring the bell from further back. Are you the gentleman with the green scarf?',
            replies: [
              {
                by: 'bertrand',
                minutesAfter: 36,
                recommendedBy: 8,
                text: 'I am. And you must be the one who says good morning.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: 'priya',
    minutesAfter: 205,
    recommendedBy: 9,
    text: 'Last year 11 per cent of outpatient appointments from Fennel Hill were missed, against 4 per cent from the rest of the city. We telephone people to ask why. “The bus” is the commonest answer and has been in each of the nine years I have kept the list. I do not know what a missed scan is worth in crowns, but it is not nothing, and it is not in either column.',
  },
  {
    by: 'lindqvist',
    minutesAfter: 260,
    recommendedBy: 5,
    text: 'Nobody has mentioned the river. While they repair the third arch there will be scaffolding in the one navigable opening. The barges for the flour mill have a clearance of 40 centimetres there as it is. Has anybody asked the mill?',
    replies: [
      {
        by: 'tiller',
        minutesAfter: 82,
        recommendedBy: 7,
        text: 'Nobody has ever asked the mill anything. It is why they are so cheerful.',
      },
    ],
  },
  {
    by: 'daniel',
    minutesAfter: 330,
    outcome: { rejected: 'insult' },
    text: 'Arkwright has opposed every single thing built in this city since he could hold a pen. The man is a doorstop with a family tree.',
  },
  {
    by: 'ines',
    minutesAfter: 348,
    recommendedBy: 9,
    text: 'A note from the moderators: we have removed a remark about one of the people in this article, and an advertisement. The argument here is unusually good. Please go on having it with the plan and not with the man.',
    replies: [
      {
        by: 'daniel',
        minutesAfter: 22,
        recommendedBy: 11,
        text: 'The remark was mine, and it was cheap. I apologise to Mr Arkwright. What I ought to have said is that he has never told us what he would build.',
      },
    ],
  },
  {
    by: 'aroha',
    minutesAfter: 480,
    recommendedBy: 4,
    text: 'I am from the coast and have no vote in this. I only notice that for a ferry with four towns on it there was no 240 million with or without a date. Whatever you choose, do choose something.',
  },
  {
    by: 'hamid',
    minutesAfter: 1510,
    recommendedBy: 6,
    text: 'Counted them myself this morning, since I was stuck on it. 2,290 on foot, 1,507 bicycles. No harp. I felt the lack.',
    replies: [
      {
        by: 'kofi',
        minutesAfter: 75,
        recommendedBy: 12,
        text: 'He has Wednesdays off. He is my neighbour. He says that if there are rails he will tune to them.',
      },
    ],
  },
  {
    by: 'wren',
    minutesAfter: 6700,
    outcome: 'held',
    text: 'I hear from someone on the council that one of the four undecided has been promised a seat on the tram company’s board. No names, but she represents a ward with a weir in it.',
  },
]
