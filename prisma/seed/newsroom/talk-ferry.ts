import type { Remark } from './story'

export const ferryTalk: Remark[] = [
  {
    by: 'lindqvist',
    minutesAfter: 38,
    recommendedBy: 14,
    text: 'I was second engineer on the Maiden for six years, so let me add the dull part. The spare that went into the harbour was not a luxury. She has two main engines of a type whose maker closed long ago; there were three in the world and one is now full of eels. Once that happened no surveyor could have signed her off for another winter, crane or no crane.\n\nWhat could have been done was to buy the crane ten years ago, when it was first condemned. It was in every report I wrote.',
    replies: [
      {
        by: 'bertrand',
        minutesAfter: 22,
        recommendedBy: 5,
        text: 'Condemned by whom? If the port’s inspector had written it down, the town would have been liable, and I rather suspect that this is why nobody did.',
        replies: [
          {
            by: 'lindqvist',
            minutesAfter: 41,
            recommendedBy: 8,
            text: 'By the classification surveyor, in a letter to the company, who passed it to the town, who noted it. I have seen the stamp. “Noted” is a wonderful word.',
            replies: [
              {
                by: 'desk',
                minutesAfter: 96,
                recommendedBy: 11,
                text: 'Thank you both. We have asked the town for that letter under the records act and will report what comes back. If anyone else has a copy, the desk would be glad to see it.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: 'priya',
    minutesAfter: 64,
    recommendedBy: 13,
    text: 'The nurse is right and it deserved to be the headline. Three people on dialysis will now spend fifteen hours a week in a taxi to have twelve hours of treatment. In practice, one of them will start to skip. We know this; it has been measured wherever the distance to a unit doubles. The taxi is cheap only if you do not count what happens next.',
    replies: [
      {
        by: 'miriam',
        minutesAfter: 50,
        recommendedBy: 4,
        text: 'Could a unit with two machines be put in Saltry instead? There was one at the cottage hospital there until the merger.',
        replies: [
          {
            by: 'priya',
            minutesAfter: 35,
            recommendedBy: 6,
            text: 'Machines are the easy half. You need two trained nurses on every shift, and a water plant. But yes: for three patients at 380 crowns each way, somebody ought to at least do the sum.',
          },
        ],
      },
    ],
  },
  {
    by: 'tiller',
    minutesAfter: 81,
    recommendedBy: 12,
    text: 'Three studies at 1.2 million and the ship sold for less than that. Next time sell the studies and keep the ship.',
  },
  {
    by: 'aroha',
    minutesAfter: 120,
    recommendedBy: 9,
    text: 'On the electric ferry: Saltry’s turbine produces most at springs and almost nothing for two days around each neap. A boat that has to cross every day therefore needs a large battery on shore, and I do not see one in the 74 million. I want this to happen, which is why I should like the drawing to survive its first question.',
    replies: [
      {
        by: 'tomasz',
        minutesAfter: 58,
        recommendedBy: 4,
        text: 'There is a shore battery in annex C, sized for 30 hours, and a cable to the farm grid for the rest. The annex is dreadful to read, but it is there.',
      },
      {
        by: 'weilin',
        minutesAfter: 133,
        recommendedBy: 3,
        text: 'It is there, and it is costed at prices from two years ago. They have fallen since, for once, so the error is on the right side.',
      },
    ],
  },
  {
    by: 'daniel',
    minutesAfter: 155,
    recommendedBy: 6,
    text: 'I say this with love for the reporting: a route that lost four million a year for four towns was being paid for by somebody. I teach in a town that has never had a ferry, a railway or a bus after seven. Nobody comes to write the end of our sentence.',
    replies: [
      {
        by: 'siobhan',
        minutesAfter: 47,
        recommendedBy: 10,
        text: 'Then you should have a bus after seven, Daniel. I have never understood why the answer to my neighbour’s lamp going out is that mine was never lit.',
        replies: [
          {
            by: 'daniel',
            minutesAfter: 29,
            recommendedBy: 7,
            text: 'That is a better sentence than mine and I withdraw the tone, though not the sum.',
          },
        ],
      },
    ],
  },
  {
    by: 'kofi',
    minutesAfter: 240,
    recommendedBy: 8,
    text: '“They said I was ballast.” I read that on the bus and had to look out of the window for a while.',
  },
  {
    by: 'odalys',
    minutesAfter: 262,
    recommendedBy: 5,
    text: 'Two of my runners live in Saltry and train in Port Lowen. From Monday they will do neither. I know that it is small beside the hospital, but that is how a town goes, a Tuesday evening at a time.',
  },
  {
    by: 'bertrand',
    minutesAfter: 290,
    recommendedBy: 4,
    text: 'Three owners and one bolt. The licence of 1931 does in fact say who pays for “appliances upon the quay necessary to the service”. It says the licensee, “save where the Port shall have neglected the same”. I should think that this is worth about nine years of anybody’s time.',
    replies: [
      {
        by: 'miriam',
        minutesAfter: 55,
        recommendedBy: 6,
        text: 'And who judges whether the port has neglected it?',
        replies: [
          {
            by: 'bertrand',
            minutesAfter: 30,
            recommendedBy: 9,
            text: 'The harbour master. Who is employed by the port.',
          },
        ],
      },
    ],
  },
  {
    by: 'dragomir',
    minutesAfter: 300,
    outcome: 'held',
    text: 'Einar Holm told my cousin that the bolt had been replaced by a cheaper one in the autumn, and he can name who signed the order. Why does the article not print it?',
  },
  {
    by: 'lantern',
    minutesAfter: 322,
    outcome: { rejected: 'spam' },
    text: 'Sad news!! Light up your evenings with LANTERN BARGAINS, genuine ship’s lamps from 29 crowns, two for one this week only, ask for the captain’s discount!',
  },
]
