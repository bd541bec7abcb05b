import type { Remark } from './story'
import { bridgeStreetTalk } from './talk-bridge-street'

/** The argument about stone, money and dates; the one about who stands where is in its own file. */
export const bridgeTalk: Remark[] = [
  {
    by: 'tomasz',
    minutesAfter: 47,
    recommendedBy: 15,
    text: 'I assess old bridges for a living (not this one, and not for anyone in the dispute). Three things, because the comments will soon fill with the 60 tonnes.\n\nFirst, the load test is real evidence and a good result. One millimetre, and it recovered, means that the arch is working as an arch.\n\nSecond, Dr Saltmarsh is right that vibration and water are the enemies. A tram on a modern slab with a rubber layer shakes the stone less than a bus on a bad road does, and there are 96 buses an hour up there now.\n\nThird, what I should want to see is the fill above the third arch, once it has been opened. Everything depends on that spoon.',
    replies: [
      {
        by: 'layla',
        minutesAfter: 39,
        recommendedBy: 8,
        text: 'Is the slab reversible? If in a hundred years somebody wishes to take it out, does the bridge underneath survive the taking?',
        replies: [
          {
            by: 'tomasz',
            minutesAfter: 55,
            recommendedBy: 7,
            text: 'If it floats on the fill, yes: you lift it in sections. If it is tied to the side walls, no. The drawings in the consultation show it floating, but there is a note that says “subject to detailed design”, and that is where such things go to die.',
            replies: [
              {
                by: 'layla',
                minutesAfter: 42,
                recommendedBy: 9,
                text: 'Then this is what I would ask the four undecided councillors to vote for. Not yes or no, but: floating, or not at all. It costs almost nothing to write down today.',
                replies: [
                  {
                    by: 'bertrand',
                    minutesAfter: 67,
                    recommendedBy: 5,
                    text: 'A condition of that kind may be attached under standing order 31(c). It needs two signatures and must be lodged by noon on the day before. I mention it only because nobody ever remembers 31(c).',
                    replies: [
                      {
                        by: 'layla',
                        minutesAfter: 25,
                        recommendedBy: 6,
                        text: 'Two signatures I can get. Thank you. I have never been so pleased to be corrected on procedure.',
                        replies: [
                          {
                            by: 'tomasz',
                            minutesAfter: 310,
                            recommendedBy: 8,
                            text: 'If it helps, I will put half a page behind it, with the joint drawn. Free of charge, and in grey, at half size.',
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: 'daniel',
        minutesAfter: 84,
        recommendedBy: 3,
        text: 'Serious question from a non-engineer. If the repair costs 38 million anyway and has been needed “since at least the war”, why should I believe that the same council will look after the rails?',
        replies: [
          {
            by: 'hamid',
            minutesAfter: 31,
            recommendedBy: 9,
            text: 'Because when a drain is blocked nobody is late. When a rail is bad four hundred people are late by ten past seven, and they all have the depot’s number. Nothing keeps a thing mended like being missed.',
          },
        ],
      },
    ],
  },
  {
    by: 'bertrand',
    minutesAfter: 62,
    recommendedBy: 6,
    text: 'The article says that the drains were put in by “the Victorians’ contractors”. We had no Victorians. I take it this is a figure of speech for people with whiskers.',
    replies: [
      {
        by: 'tiller',
        minutesAfter: 18,
        recommendedBy: 13,
        text: 'Speak for yourself. My grandmother was one until 1961.',
      },
    ],
  },
  {
    by: 'miriam',
    minutesAfter: 90,
    recommendedBy: 12,
    text: 'I keep coming back to Dolores Finch. Everyone else in the piece is asked what the bridge means. She is the only one who is asked what time it is.',
    replies: [
      {
        by: 'siobhan',
        minutesAfter: 52,
        recommendedBy: 7,
        text: 'I start at six as well. The first time I ever saw the carvings on the parapet was on my day off.',
      },
      {
        by: 'daniel',
        minutesAfter: 71,
        recommendedBy: 4,
        text: 'A bus at twenty to six would cost about 90,000 a year. I am not being clever; it has been asked for since she started. You do not need 410 million crowns to be kind to Mrs Finch, you need a driver.',
        replies: [
          {
            by: 'hamid',
            minutesAfter: 28,
            recommendedBy: 10,
            text: 'I am a driver. I would do the twenty to six. The trouble is that it then has to get back up Fennel Hill empty, so it counts as two, and two do not fit the rota unless you drop the ten past seven, which is full to the doors.\n\nThat is the reason for the tram, if you want it in one sentence. The buses on that road are not slow because nobody cares. They are slow because there are already as many as fit.',
            replies: [
              {
                by: 'daniel',
                minutesAfter: 40,
                recommendedBy: 6,
                text: 'That is the best argument for it I have heard, and it is not in the council’s 300 pages.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: 'weilin',
    minutesAfter: 115,
    recommendedBy: 8,
    text: 'The money, in one table’s worth of words. With rails: 410, less 240 from the Assembly, so 170 to the city, repair included. Without: 38 for the repair, nothing moves. New bridge: 410 plus 190 plus 38, nothing from the Assembly, so 638, about 3,700 crowns for every household. Mr Arkwright’s patience may be right, but it costs 468 million, and I think that those who ask for it should be made to say the figure aloud.',
    replies: [
      {
        by: 'bertrand',
        minutesAfter: 49,
        recommendedBy: 3,
        text: 'Grants have been extended before. In my time three out of five with “a date on them” were.',
        replies: [
          {
            by: 'weilin',
            minutesAfter: 33,
            recommendedBy: 4,
            text: 'Then put it in as a two-in-five chance of losing 240. It still comes out at nearly a hundred million for the option to wait.',
          },
        ],
      },
      {
        by: 'odalys',
        minutesAfter: 140,
        recommendedBy: 2,
        text: 'It is the first time the new bridge has had a price per household, so thank you. I was for it until this comment.',
      },
    ],
  },
  ...bridgeStreetTalk,
]
