import { prose } from './prose'
import type { Story } from './story'
import { whaleTalk } from './talk-whales'

export const science: Story[] = [
  {
    id: 49401,
    section: 'science',
    headline: 'The telescope on Mount Sennet gets its dark back',
    standfirst:
      'Six hundred street lamps in two valleys have been turned down after eleven. The sky above them is a third darker, and crime has not noticed.',
    bylines: ['ifor-pettigrew'],
    dateline: 'Mount Sennet',
    daysAgo: 13,
    time: '08:15',
    body: prose(`
On the night of 4 May, at a quarter past one, the duty astronomer on Mount Sennet thought that her detector had failed. The background was too low. She warmed the instrument, cooled it again and took another exposure. It was still too low. Then she went outside and looked down.

“There are two villages below us, Upper and Nether Sennet,” said Inka Salo. “I have worked here for six years and I had never not seen them.”

The villages had not lost their power. They had just finished changing their lamps. Over the winter, 612 street lights in the two valleys were fitted with amber lenses, hoods and a clock that dims them to a fifth at eleven and, at a crossing, brings them up again for anyone who walks beneath. The observatory paid a third of the cost of 4.1 million crowns. The villages will get the rest back in electricity within five years.

The glow over the summit, measured on 31 moonless nights before and since, has fallen by 34 per cent. For the 2.2-metre telescope this is as good as a larger mirror: galaxies that took four hours to record now take a little under three.

> We had costed a bigger telescope. It came to 900 million. Then somebody suggested hats for the lamps.
> — Inka Salo, astronomer

## What the villages see

The parish council kept its own records, on three questions that people had asked. Reported crime was eleven incidents in the six months before and nine in those after, which is no difference. There were no more falls. Moths caught in the schoolmaster’s trap went from 61 species to 88.

Nobody had thought to ask about the fourth thing. On clear nights now there are folding chairs on the green at Nether Sennet. The shop has sold out of star charts, and a petition asks for one lamp, outside the pub, to be switched off altogether.

The landlord has signed it. He says that on the whole people stay longer if they cannot see their watches.
`),
    picture: {
      drawing: 'observatory',
      alt: 'A white dome with its slit open on a dark ridge; stars draw long curved trails round a fixed point in the sky.',
      caption: 'An hour of stars over Mount Sennet, on one exposure. Drawing: Tribune',
    },
    tags: ['Astronomy', 'Light'],
    conversation: [
      {
        by: 'priya',
        minutesAfter: 140,
        recommendedBy: 7,
        text: 'The detail about falls matters. It is always the first objection from my own profession, and here somebody troubled to count. Six months in two villages is small, but it is a great deal more than the nothing we usually have.',
        replies: [
          {
            by: 'daniel',
            minutesAfter: 85,
            recommendedBy: 3,
            text: 'Eleven to nine in half a year could hide almost anything, though. I would say “no difference that nine incidents could show”.',
          },
        ],
      },
      {
        by: 'hamid',
        minutesAfter: 260,
        recommendedBy: 4,
        text: 'From a driver: amber with a hood is far kinder in fog than the white ones. It is the glare that hides people, not the dark.',
      },
      {
        by: 'yusuf',
        minutesAfter: 700,
        recommendedBy: 9,
        text: 'I sell lamps and I approve of this article. A hat is extra.',
      },
    ],
    prominence: 'second',
  },
  {
    id: 49408,
    section: 'science',
    headline: 'A quieter way to count whales',
    standfirst:
      'Listening buoys on crab lines heard twice as many whales as the survey ships had seen. The difference may be that buoys do not have engines.',
    bylines: ['ifor-pettigrew'],
    dateline: 'Merrin',
    daysAgo: 10,
    time: '10:00',
    body: prose(`
For 26 summers the way to count the whales of the Merrin Deep was to take a ship of 1,900 tonnes, put eight people with binoculars on its bridge and drive it in straight lines across them. The answer, corrected for fog, was about 340.

Last year Hollis Trevanion, who has fished crab there since he was fifteen, let two researchers hang a microphone under each of his 48 marker buoys. This week they published their answer. It is 710, give or take 90.

The microphones cost 1,600 crowns apiece and are housed in the sort of bottle that hikers carry. Each listens for a minute in every ten, keeps what sounds like a whale and, when the boat comes to lift the pots, hands it over by radio. In fourteen months they recorded 61,000 calls.

## From calls to whales

Counting calls is easy. Counting whales is not, because a whale that has something to say may say it four hundred times. The team, led by Rewa Petherick of the marine station at Innerby, had two ways round this. Humpbacks have voices, which a program can learn to tell apart much as a shepherd can. And a call that reaches three buoys at three slightly different moments can be placed on a chart to within 40 metres, so that two animals in two places cannot be taken for one.

The results were checked in the oldest way. On nine calm days a glider, which makes no sound, was flown over the same water with a camera. It found 1.9 times as many animals as the ship’s method would have predicted.

> The ships counted correctly. They counted the whales that stay put when a ship comes.
> — Rewa Petherick, marine station at Innerby

If this is right, then it is good news for the whales and awkward for the method. The ship surveys may have been measuring, all these years, how shy whales are. The apparent fall in numbers since the survey changed to a bigger vessel, eleven years ago, would need to be looked at again.

Not everyone is persuaded. Joachim Brill, who ran the surveys for two decades, points out that the buoys are all where the crabs are, and that whales may be there for the same reason. “You cannot count the people in a town by listening in the bakery,” he said. Dr Petherick accepts this. Next season 30 buoys will be placed by drawing lots, on lines with no pots at all.

There is a further use. Since the autumn, when three or more buoys hear a whale, a message goes to the ferries and the two container lines, asking them to slow to ten knots. Nine times out of ten they do. Strikes reported in the Deep fell from six in the year before to one.

Mr Trevanion takes no fee, but he has asked for the recordings, and plays them in the wheelhouse. He has learnt to recognise eleven whales. One of them, he says, has a way of breaking off in the middle, as if someone had come into the room.
`),
    picture: {
      drawing: 'whale',
      alt: 'A whale swims below a red buoy from which a small microphone hangs; a fishing boat lies far off on the surface.',
      caption: 'One of the 48 buoys of the Merrin Deep, and one of its correspondents. Drawing: Tribune',
    },
    tags: ['Whales', 'Merrin', 'Sea'],
    conversation: whaleTalk,
    prominence: 'second',
  },
  {
    id: 49415,
    section: 'science',
    headline: 'Schoolchildren map the city’s air by its lichens',
    standfirst:
      'Two thousand pupils looked at nine thousand trees. The bus station has improved; the ring road has not.',
    bylines: ['ifor-pettigrew'],
    daysAgo: 7,
    time: '14:00',
    body: prose(`
Lichens dislike dirty air, and they dislike it in order. Pupils from 64 schools spent a week in March noting which of nine kinds grew on the trees of their street. The university has drawn the map.

It shows clean bark within 200 metres of the bus station for the first time since the survey began in 1986, an effect, its authors think, of the electric buses. Along the ring road 41 per cent of trees had no lichen at all.

The rarest find was a patch of golden-eye the size of a coin, on a plum tree at Tannery Lane. Its discoverer, Ottilie Banks, who is eight, has asked that nobody lean on it.
`),
    tags: ['Air', 'Schools', 'Strane'],
    conversation: [],
    prominence: 'brief',
  },
  {
    id: 49422,
    section: 'science',
    headline: 'Lighthouse keeps its lamp, and learns to feel the tide',
    standfirst:
      'Arrel Point was to have gone dark this winter. A crack in its rock has given it another job.',
    bylines: ['ifor-pettigrew'],
    dateline: 'Arrel Point',
    daysAgo: 4,
    time: '12:15',
    body: prose(`
Twice a day the rock under Arrel Point lighthouse tilts towards the sea by about the width of a hair seen from across a street. Then it tilts back. Nobody knew this until March, when a surveyor who had come to arrange for the lamp’s removal left his level on the kitchen table overnight.

The tower was on a list of nine to be closed, since ships no longer need it. It is being kept instead as the largest tide gauge in the country. When the tide comes in, some four million tonnes of water are laid on the floor of the bay. The crust bends under the weight, and the tower, 38 metres tall, bends with it and makes the movement easier to read.

“An ordinary gauge tells you how high the water is at the end of one pier,” said Thea Marchbanks of the ocean institute. “This weighs the whole bay.”

The difference matters in storms. When wind piles water up on one side, the gauges at the two harbours give readings up to 70 centimetres apart. Two tiltmeters, one in the cellar and one in the lamp room, give a single figure for the lot within four minutes. In the gale of 9 May it would have shown the surge 50 minutes before the pier did.

> It has been telling us for 160 years. We thought the doors were sticking.
> — Thea Marchbanks, ocean institute

They were. The last keeper’s log, which ended in 1987, notes several hundred times that the pantry door would not close “at top of springs”. Dr Marchbanks’s students have set these entries against the tide tables. Eighty-three per cent of them fall within an hour of high water, and the rest within an hour of Sunday lunch.

The lamp will go on burning, at a cost of 9,000 crowns a year. The institute does not need it, but the fishermen asked, and in any case, she said, one ought to be able to find one’s instrument in the dark.
`),
    picture: {
      drawing: 'lighthouse',
      alt: 'A red and white lighthouse on a dark rock at night throws two beams over breaking waves.',
      caption: 'Arrel Point, which leans out to sea by a hair’s breadth at every high tide. Drawing: Tribune',
    },
    tags: ['Sea', 'Tides', 'Lighthouses'],
    conversation: [
      {
        by: 'lindqvist',
        minutesAfter: 90,
        recommendedBy: 10,
        text: 'My aunt was married to the last keeper. The pantry door was the great grievance of her life and she died believing that he had hung it badly. I should have liked to show her this.',
      },
      {
        by: 'tomasz',
        minutesAfter: 215,
        recommendedBy: 5,
        text: 'A caution: masonry of that age also leans with the sun, by rather more than a hair. I assume that is why one of the two meters is in the cellar, but I would have liked a sentence about it.',
        replies: [
          {
            by: 'aroha',
            minutesAfter: 130,
            recommendedBy: 4,
            text: 'It is in the paper: they use the nights to work out the sun and take it away. The cellar on its own is nearly as good, just smaller.',
          },
        ],
      },
    ],
    prominence: 'second',
  },
  {
    id: 49429,
    section: 'science',
    headline: 'The stake that has to be moved every year',
    standfirst:
      'Two surveyors have measured the Ulven glacier since they were students. This spring their rope was too long for it.',
    bylines: ['ifor-pettigrew'],
    dateline: 'Ulven hut',
    daysAgo: 2,
    time: '16:20',
    body: prose(`
Every May since they were both 22, Brita Noor and Aksel Rime have walked up to the Ulven glacier with a drill, a rope of 60 metres and an aluminium stake. They are 57 now. The stake is the same one.

The method has not changed since it was taught to them. You drill the stake into the ice in spring and see how much of it is standing out in autumn. Some snow is added in winter, some ice goes in summer, and the balance is the glacier’s income for the year. In 35 years Ulven has been in credit six times, the last of them eleven years ago.

On Wednesday they reported the figure for the past twelve months, a loss of 2.4 metres of water over the whole surface. It is the second largest that they have recorded. Since they began, the ice at the stake has thinned by 41 metres, a little more than the height of the town hall.

There are satellites for this now, and they agree with the stake to within a hand. The two are asked each year why they still go. “Somebody has to tell the satellite that it’s right,” said Dr Rime. Dr Noor said that she went for the sandwiches.

> In the first years we moved the stake because the glacier had carried it downhill. Now we move it because the hill has come up through.
> — Brita Noor, surveyor

This year for the first time there was not enough ice in the lower part for both ends of the rope, and one of them had to stand on rock. They have applied to the institute for a shorter rope. The form has a box in which to give the reason.
`),
    picture: {
      drawing: 'glacier',
      alt: 'Two roped surveyors stand on a cracked glacier beside a red and white stake, with sharp mountains behind.',
      caption: 'The stake on the Ulven glacier, with both ends of the rope still on ice. Drawing: Tribune',
    },
    tags: ['Glaciers', 'Climate'],
    conversation: [],
    prominence: 'second',
  },
]
