import type { Remark } from './story'

export const lunchTalk: Remark[] = [
  {
    by: 'siobhan',
    minutesAfter: 25,
    recommendedBy: 15,
    text: 'School cook, seventeen years, not at Tannery Lane but not far off. The bit about the two queues is exactly so. We used to have a boy who told everyone he did not like lunch. Any lunch. For three years he did not like lunch. He is in his last year now and on Tuesday he had three helpings of the fish pie and told me it wanted salt.',
    replies: [
      {
        by: 'kofi',
        minutesAfter: 31,
        recommendedBy: 9,
        text: 'Did it?',
        replies: [
          {
            by: 'siobhan',
            minutesAfter: 12,
            recommendedBy: 14,
            text: 'It did, the little monkey.',
          },
        ],
      },
      {
        by: 'priya',
        minutesAfter: 66,
        recommendedBy: 8,
        text: 'I see the other end of this in the surgery. “He does not like lunch” is in my notes more often than I care to say. I used to write down fussy eater. I do not any more.',
      },
    ],
  },
  {
    by: 'weilin',
    minutesAfter: 58,
    recommendedBy: 12,
    text: 'The number that decides it is in the last paragraph but one. To collect 84 per cent of what was owed took 41 people. If you charge only a third of families, you still need to know which third, so you need most of the 41 and now also a means test. I make the net income from the 12 crowns about 3.9 million in a full year, against a gap of 13. That is not a policy, it is a gesture with a till.',
    replies: [
      {
        by: 'daniel',
        minutesAfter: 44,
        recommendedBy: 3,
        text: 'How do you get 3.9? A third of 27,900 children at 12 crowns for 190 days is over 21 million.',
        replies: [
          {
            by: 'weilin',
            minutesAfter: 35,
            recommendedBy: 10,
            text: 'Gross, yes: 21.2. Then I assume that of those asked to pay, half go back to packed lunches, because that is what they did before; that most of the saved food does not save money, since the cooks are there anyway; 84 per cent collected; and less 5.3 for the tills. You can move any of those. You cannot move all of them enough.',
            replies: [
              {
                by: 'daniel',
                minutesAfter: 52,
                recommendedBy: 4,
                text: 'I can move the packed lunches. Before, there was shame on one side and a bill on the other. Take away the shame and people may well pay. But I accept that it is not the clean 21 that the Ratepayers print on their leaflet.',
                replies: [
                  {
                    by: 'bertrand',
                    minutesAfter: 48,
                    recommendedBy: 3,
                    text: 'May I observe that this is the first exchange on local finance I have ever read in which each party has changed the other’s number.',
                    replies: [
                      {
                        by: 'tiller',
                        minutesAfter: 20,
                        recommendedBy: 11,
                        text: 'Frame it.',
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
    by: 'yusuf',
    minutesAfter: 74,
    recommendedBy: 6,
    text: 'I pay the levy. I do not have children. I had never thought of it as buying anybody lunch; I thought of it as buying the quiet afternoons. The classroom is over my shop.',
  },
  {
    by: 'odalys',
    minutesAfter: 110,
    recommendedBy: 7,
    text: 'I coach the under-elevens on Friday afternoons. Before last September I kept a bag of bananas in the car because there was always one who went white on the second lap. I still keep the bag. I have stopped needing it, and I have been eating a lot of bananas.',
  },
  {
    by: 'bertrand',
    minutesAfter: 130,
    recommendedBy: 4,
    text: 'Forgive a pedantic question. “Waste fell by 22 per cent for each meal served.” But meals rose by 44 per cent. So the bins in total are fuller than before, are they not?',
    replies: [
      {
        by: 'weilin',
        minutesAfter: 26,
        recommendedBy: 7,
        text: 'By about 12 per cent, yes. 1.44 times 0.78. Not pedantic at all; I had missed it.',
      },
      {
        by: 'siobhan',
        minutesAfter: 90,
        recommendedBy: 8,
        text: 'The bins are fuller here and emptier at home, though. Those children were eating something before, or at any rate their mothers had packed something. Nobody weighed the lunch boxes.',
      },
    ],
  },
  {
    by: 'daniel',
    minutesAfter: 175,
    recommendedBy: 5,
    text: 'A thing the report cannot measure: at my school the teachers eat with the children now, because there is no till to stand behind. I have learnt more about my class over lentil pie than in the whole of last year.\n\nI still think that the council should have said in advance what it would cost. They knew more would come. It was the point.',
    replies: [
      {
        by: 'miriam',
        minutesAfter: 82,
        recommendedBy: 6,
        text: 'Agreed on both. “More children came than anyone had dared to plan for” is a lovely way to say that somebody was afraid to write the true number in the budget.',
      },
    ],
  },
  {
    by: 'lindqvist',
    minutesAfter: 240,
    recommendedBy: 4,
    text: 'On board ship the officers and the crew eat the same meal. It is not kindness. It is the only known method of keeping the food edible.',
    replies: [
      {
        by: 'hamid',
        minutesAfter: 47,
        recommendedBy: 5,
        text: 'So, councillors to eat at Tannery Lane once a month. I would vote for that.',
        replies: [
          {
            by: 'siobhan',
            minutesAfter: 38,
            recommendedBy: 9,
            text: 'They would be most welcome. They can wipe the tables too, there is a rota.',
          },
        ],
      },
    ],
  },
  {
    by: 'aroha',
    minutesAfter: 310,
    recommendedBy: 3,
    text: 'Three days without meat need not mean lentils. Mussels: cheap, local, no feed, no fertiliser, and children will eat anything that comes with its own pair of pliers.',
    replies: [
      {
        by: 'priya',
        minutesAfter: 40,
        recommendedBy: 5,
        text: 'Some will, and some will swell up like a balloon. Shellfish at 200 schools would be a very interesting Tuesday for me.',
      },
    ],
  },
  {
    by: 'layla',
    minutesAfter: 395,
    recommendedBy: 5,
    text: 'When we rebuilt the canteen at Castle Ward we were asked to design two counters. We drew one and said that the other would not fit. It would have fitted. I have felt guilty about that for eight years and I stopped this morning.',
  },
  {
    by: 'tomasz',
    minutesAfter: 520,
    recommendedBy: 2,
    text: 'The levy on second homes will raise less each year if it works, because there will be fewer second homes. Good for the town, bad as a foundation. I would not stand a lunch on it for long.',
  },
  {
    by: 'odalys',
    minutesAfter: 560,
    recommendedBy: 6,
    text: 'Can we hear it for Rosalind Pyke, twenty-two years at Tannery Lane, who said in two short sentences what 140 pages could not.',
    replies: [
      {
        by: 'siobhan',
        minutesAfter: 65,
        recommendedBy: 10,
        text: 'She trained me. She used to go down the right-hand queue herself and say loudly how good it was to get a free lunch. Nobody had asked her to.',
      },
      {
        by: 'yusuf',
        minutesAfter: 120,
        recommendedBy: 5,
        text: 'She buys one bulb a year from me, for the lamp over the fruit. “So that they can see that it is fruit,” she says.',
      },
    ],
  },
  {
    by: 'hamid',
    minutesAfter: 585,
    recommendedBy: 3,
    text: 'For those who want the tills back: who would check which third? My pay changes with the overtime from one month to the next. I would be in on Monday and out by Thursday.',
    replies: [
      {
        by: 'bertrand',
        minutesAfter: 74,
        recommendedBy: 2,
        text: 'By last year’s assessment, with a right of appeal within 21 days. I do not recommend it. I merely recall how it was done.',
      },
    ],
  },
  {
    by: 'tiller',
    minutesAfter: 610,
    outcome: { rejected: 'off-topic' },
    text: 'Never mind lunches, has anybody noticed that the clock on the corn exchange has been wrong since August? Eleven minutes slow. I have written to them twice. ELEVEN.',
  },
]
