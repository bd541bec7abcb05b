import { prose } from './prose'
import type { Story } from './story'
import { envoyTalk } from './talk-envoy'
import { ferryTalk } from './talk-ferry'

export const world: Story[] = [
  {
    id: 49405,
    section: 'world',
    headline: 'Vastrel counts its wells, and finds 1,900 nobody had written down',
    standfirst:
      'A census begun to settle a quarrel between two villages has redrawn the country’s map of its own water.',
    bylines: ['foreign-desk'],
    dateline: 'Dunmarat, Vastrel',
    daysAgo: 11,
    time: '09:20',
    body: prose(`
For eighty years the water ministry of Vastrel has worked from a ledger that lists 3,412 public wells. On Tuesday it published a new one. It lists 5,318, and the ministry says it is not finished.

The count began as an attempt to end an argument. Two villages on the Dunmarat plain, Sefra and Upper Sefra, each claimed that the other had sunk a borehole after the moratorium of nine years ago. To settle it, the provincial court sent four students with a measuring tape, a plumb line and a telephone each. They found the disputed borehole in an afternoon. They also found thirty-one others on the way.

“Nobody had hidden them,” said Imre Tolvay, who led the students and now leads the census. “People had been drinking from them in plain sight. It is only that no one had ever come with a form.”

The ministry extended the method to all eleven provinces. Enumerators walked every lane within four kilometres of a settlement, lowered a weighted line, wrote down the depth of the water and asked the nearest household who looked after it. In two cases out of three there was an answer, and in most of those it was a woman over sixty.

The depths matter more than the number. Where the old ledger assumed that the water table under the plain lay at about 18 metres, the median well now reaches it at 26. In Sefra itself it is 31.

> The good news is that we have more wells than we thought. The bad news is that they are all in the same lake.
> — Imre Tolvay, director of the census

A licence will be required for pumping from any well on the new list from next spring; hand-drawing stays free. The two villages, meanwhile, have dropped their case. Their boreholes turned out to be four metres apart underground.
`),
    tags: ['Water', 'Vastrel'],
    conversation: [],
    prominence: 'brief',
  },
  {
    id: 49413,
    section: 'world',
    headline: 'Orlune and Quent agree on the width of a railway, after sixty-one years',
    standfirst:
      'Passengers have changed trains in the middle of a viaduct since the border was drawn. The last to do so carried a cello.',
    bylines: ['ada-brandvold'],
    dateline: 'Halt 0, the Orlune–Quent border',
    daysAgo: 8,
    time: '15:10',
    body: prose(`
The train from Orlune used to stop at the ninth arch. So did the train from Quent. Between their buffers lay eleven metres of planking, a striped post and, in winter, a rope to hold.

Since Friday there has been a single track. The first through service crossed the Mirrow viaduct at 10.42 with 204 passengers, two brass bands and a wheelchair user, Sabine Orle, who had asked the transport ministers of both countries for a ramp every year since she was fourteen. She was given the driver’s flag.

The two railways were built by one company and parted by a treaty. Quent kept the old gauge of 1,435 millimetres; Orlune, which wanted its own locomotives, moved its rails 89 millimetres further apart within a year. Everything that followed, from the transfer shed to the porters’ union, came out of that hand’s breadth.

## A third rail, and a clause about soup

The agreement does not settle which gauge is right. It lays a third rail for 46 kilometres on the Orlune side so that both kinds of train can run, at a cost of 118 million crowns shared two to one. Freight follows in the autumn. The customs check moves on board, and a clause argued over for most of a year provides that the dining car may sell both countries’ soups.

> We spent four months on axle loads and five on the soup. I do not think that was the wrong way round.
> — Dagny Westerholt, who led the talks for Quent

The eleven porters who carried luggage across the planks have been offered work on the trains; seven have accepted. The oldest, Ferenc Aul, has not. He reckons that he walked the eleven metres about 190,000 times, which would have taken him, in a straight line, most of the way to the sea.

“I have never seen it,” he said. “I was always facing the other way.”

The planks have been taken up. One has gone to each capital’s museum, and one, at the request of both, to Mr Aul.
`),
    picture: {
      drawing: 'viaduct',
      alt: 'A red train crosses a high stone viaduct between mountains, just short of a striped border post.',
      caption:
        'The first through train nears the post on the ninth arch of the Mirrow viaduct. Drawing: Tribune',
    },
    tags: ['Railways', 'Orlune', 'Quent'],
    conversation: [
      {
        by: 'hamid',
        minutesAfter: 95,
        recommendedBy: 7,
        text: 'A third rail is the humble answer and nearly always the right one. Nobody has to be wrong, and the points engineer gets a job for life.',
      },
      {
        by: 'lindqvist',
        minutesAfter: 410,
        recommendedBy: 4,
        text: 'I made that change in February some years ago with a sleeping child on one arm. A porter took the child, not the case, and walked ahead talking to her about owls. I hope it was Mr Aul.',
      },
    ],
    prominence: 'second',
  },
  {
    id: 49420,
    section: 'world',
    headline: 'In Sarayne the rooftops vote on shade',
    standfirst:
      'Cloth strung between neighbours has cooled four streets by three degrees. Agreeing where to tie it took longer.',
    bylines: ['ada-brandvold'],
    dateline: 'Sarayne',
    daysAgo: 5,
    time: '13:00',
    body: prose(`
At two in the afternoon the thermometer on Hadara Street reads 39 degrees. Forty paces on, under the cloth, it reads 36. A cat has drawn the obvious conclusion and is lying exactly on the line.

The old port of Sarayne has eleven thousand flat roofs and hardly a tree. Last summer, after a fortnight in which the night never fell below 31 degrees, the residents of Hadara and three streets around it began to hang sailcloth from roof to roof. The harbour gave worn canvas. The council gave eyelets, and a rule: no sail goes up unless every household it shades, or whose washing it might shade, has said yes.

So there are votes. They are held on the roofs, at dusk, by raising a lamp. A household has one lamp however many people live in it, a settlement reached after the Benhadi family turned up with nine.

> Everybody wants shade at noon and nobody wants it on their laundry. That is the whole of politics, and we do it in an hour.
> — Mouna Tahiri, tailor and returning officer

So far 64 sails have been approved and 17 refused. Engineers from the city’s technical college, who have hung 120 small thermometers under the eaves, report that streets with more than half their width covered were on average 3.1 degrees cooler at the hottest hour, and that the difference was gone by midnight, when the warmth of the walls ought to escape. From this month the sails are furled at sunset, by a rota of children who are paid in ices.

There have been mistakes. In May a gust took a red mainsail and the Haddou family’s water tank. Since then no sail may be larger than nine metres by four, and every corner has a knot that gives way before a wall does, taught on Saturdays by a retired rigger.

The council now wants to copy the scheme across the port, with poles and a contractor. Ms Tahiri is polite about it. “Poles are fine,” she said. “But a pole does not bring you a plate of figs to apologise.”
`),
    picture: {
      drawing: 'rooftops',
      alt: 'Flat sand-coloured roofs under a huge red sun, with coloured sails, water tanks and washing strung between them.',
      caption: 'Sails over the old port of Sarayne: each was put to a vote. Drawing: Tribune',
    },
    tags: ['Cities', 'Heat', 'Sarayne'],
    conversation: [
      {
        by: 'layla',
        minutesAfter: 60,
        recommendedBy: 9,
        text: 'I am an architect and I grew up two streets from there. What the article calls a knot that gives way is called, in the port, “the polite knot”. It is the best detail in the whole system: the weak point is chosen, cheap and easy to reach. We spend a great deal of money teaching engineers to do the same.',
        replies: [
          {
            by: 'tomasz',
            minutesAfter: 75,
            recommendedBy: 6,
            text: 'We call it a sacrificial element and it goes on page 214. “The polite knot” is better, and I shall be stealing it.',
          },
          {
            by: 'tiller',
            minutesAfter: 210,
            recommendedBy: 3,
            text: 'Every dinghy sailor knows it too. Better the shackle goes than the mast.',
          },
        ],
      },
      {
        by: 'daniel',
        minutesAfter: 330,
        recommendedBy: 2,
        text: 'Three degrees by day and nothing by night: so this does not help the people who are actually at risk, who are at risk when they cannot sleep. A lovely story, but I would like to see the figures for the rooms and not for the street.',
        replies: [
          {
            by: 'priya',
            minutesAfter: 140,
            recommendedBy: 5,
            text: 'That is fair on the nights. But heatstroke in people who work or queue outdoors happens in the early afternoon, and three degrees at 39 is not a small thing. It can be both a real gain and not the main one.',
          },
        ],
      },
    ],
    prominence: 'second',
  },
  {
    id: 49424,
    section: 'world',
    headline: 'Vastrel’s new envoy asks for small steps, and brings a list of nine',
    standfirst:
      'Visas for lorry drivers come first, and a treaty comes nowhere. Diplomats on both sides say that is why it might work.',
    bylines: ['foreign-desk', 'tobias-renner'],
    dateline: 'Strane',
    daysAgo: 3,
    time: '07:15',
    body: prose(`
Vastrel’s new envoy to Strane, Orsolya Keht, presented her papers on Monday and, instead of a speech, a sheet with nine lines on it.

None of them mentions the river border, the frozen deposits or the trawler. The first asks that lorry drivers of both countries should get a visa within ten working days; it takes 41 on average today, by her embassy’s count. The ninth asks that each side should answer the other’s letters “with a yes, a no, or a date”.

“I was told that relations are bad,” Ms Keht told reporters in the corridor of the foreign ministry. “I went to look for them and could not find any. You cannot improve what does not take place. So first we make some relations, and then we shall see whether they are bad.”

Consular work between the two countries has been done by a staff of six since the expulsions four years ago; before them it was done by 58. The list asks for twenty on each side by next summer. It also proposes to reopen the post office at Merrow Bridge, through which pensioners in the border valleys used to draw what they had earned on the other bank.

The foreign ministry called the sheet “a serious document, and a short one”. A senior official, who asked not to be named because the answer is still being written, said that seven of the nine points could be agreed without the Assembly. The other two, on frozen deposits held for people who have since died and on joint patrols for poachers, need a change in the law.

Opposition members were cooler. “Nine small steps in a circle bring you back to where you were,” said Berit Solaas, who speaks for the Coast Alliance on foreign affairs. She wants the trawler’s crew compensated before anything is signed.

> My predecessor had forty objectives and an excellent chef. I have nine, and we shall eat in the canteen.
> — Orsolya Keht, envoy of Vastrel

A first meeting on the visas is set for the 18th. It will be held, at the envoy’s suggestion, in the lorry park at Merrow Bridge.
`),
    tags: ['Diplomacy', 'Vastrel'],
    conversation: envoyTalk,
    prominence: 'second',
  },
  {
    id: 49433,
    section: 'world',
    headline: 'The last ferry: how a strait that fed four towns went quiet',
    standfirst:
      'Fuel, insurance and one broken crane ended a crossing that had run for 112 years. Its passengers explain what they carried.',
    bylines: ['ada-brandvold'],
    dateline: 'Port Lowen',
    daysAgo: 1,
    time: '06:45',
    body: prose(`
The *Hest Maiden* left Port Lowen on Friday at ten past six in the evening, eight minutes late, because the mate had gone back for the bell. She carried 61 passengers, nineteen cars, a hearse, four pallets of day-old chicks and a wardrobe. There was no ceremony. The company had asked for none, and nobody could agree on whether it would be a celebration.

At Hest, on the far side, a woman in a yellow coat stood at the end of the slip and waved with both arms until the ramp was down. She was not meeting anyone. “I have waved at it since I was four,” said Marit Ansgar, who is 70. “I thought somebody should be there for the end of the sentence.”

For 112 years the ferry tied together four towns that have little else in common. Port Lowen has the hospital and the grammar school. Hest has the slaughterhouse and the good bread. Innerby has the boatyard, and Saltry, the smallest, has the people who work in the other three. By water the round is 31 kilometres. By road, over the bridge at Carrow, it is 188.

## What went wrong

The figures are not in dispute. The company, Hest Sound Navigation, made a small profit in nine of its last twenty years. In the last three it lost 2.1, 3.4 and 4.0 million crowns. Fuel accounts for roughly a third of the change. The insurance of a vessel built 43 years ago accounts for another. The third is the crane.

It stands on the quay at Port Lowen with its arm bent like a heron’s neck. On the night of 11 January it was lifting a spare engine on to the *Maiden*’s deck when the jib folded. Nobody was hurt, and the engine is still at the bottom of the harbour, where divers say that conger eels have moved in. Without the crane no heavy spare part can be brought aboard at Port Lowen; without spare parts the insurers require a second vessel on standby. There is no second vessel.

> People want it to have been greed, or the government. It was a bolt. It was a bolt, and then everything that had been leaning on the bolt.
> — Einar Holm, master of the Hest Maiden for nineteen years

A new crane would cost 6.5 million crowns. The port belongs to the town, the ferry to the company and the route, by a licence of 1931, to the ministry. Each of the three commissioned a study of whether one of the other two ought to pay. Together the studies cost 1.2 million.

## What it carried

This newspaper spent the last week of the service on board and asked every passenger one question: what will you do on Monday?

Of the 412 people who answered, 163 said that they would drive. Seventy-seven will move, or have begun to. Fifty-four, nearly all over seventy, said that they would stay at home. Thirty-one are pupils at the grammar school, who will board in Port Lowen during the week in rooms above the old customs house, under the eye of a retired purser. The rest did not know.

What 412 passengers said that they will do on Monday
| Answer | Passengers |
| Drive by Carrow | 163 |
| Did not know | 87 |
| Move, or have begun to | 77 |
| Stay at home | 54 |
| Board at the grammar school | 31 |

Ilse Marrable is a renal nurse who lives in Saltry and works at the hospital. Her journey to work was 40 minutes, most of it asleep. It becomes two and a half hours. She has taken a bed at a colleague’s for three nights a week. “My patients come by the same boat,” she said. “Three of them, three times a week, for four hours on a machine. So that is the part I should write down, if I were you.”

The health board says that it will pay for taxis for those three patients, at 380 crowns each way. Over a year this comes to 356,000 crowns. In eighteen years it would have bought the crane.

Not all the losses have a price. Two bakers told us, separately, that the half past five from Hest was where they had decided to marry, though not each other. The Saltry quiz team has resigned from the league. A man who gave his name only as Pelle has crossed twice a day since his wife died, without getting off. The crew stopped selling him tickets in the second year. “They said I was ballast,” he said.

## What comes next

A passenger launch owned by the boatyard at Innerby has offered six crossings a day for up to 40 people on foot, in winds below force six. On the sound that means about 240 days in the year. The ministry says it hopes to grant a temporary licence within a month. Cars, cattle and the hearse will go by Carrow.

There is also a plan, in the sense that there is a drawing. A group of engineers and farmers wants a smaller electric ferry, charged at Saltry from the tidal turbine whose power nobody at present can carry away. They put the price at 74 million crowns and the running cost at half that of the *Maiden*. The Assembly’s transport committee will hear them in the spring, after the business of the [Weavers’ Bridge](/news/49419), which one of its members described to us as “a very small strait with a very large number of voters”.

The *Maiden* herself has been sold, for less than the price of the studies, to a company that will use her as a hotel on a lake in Orlune. She will be cut in three to get there.

On Friday at a quarter to eight Captain Holm rang down *finished with engines*, an order he had given some 27,000 times. Then he took the bell under his arm, because it had been his grandfather’s, and walked off over the ramp. At the top of the slip he stopped to let the hearse go first.
`),
    picture: {
      drawing: 'harbour',
      alt: 'A red car ferry leaves at dusk, seen from a quay where two people stand under a crane with a bent arm.',
      caption:
        'The Hest Maiden leaves Port Lowen for the last time. The crane on the quay has not moved since January. Drawing: Tribune',
    },
    changes: [
      {
        hoursAfter: 2,
        kind: 'update',
        reason: 'The ministry answered',
        was: 'The ministry had not answered by the time the last crossing ended.',
        now: 'The ministry says it hopes to grant a temporary licence within a month.',
      },
      {
        hoursAfter: 5,
        kind: 'correction',
        reason: 'A distance that a reader measured',
        note: 'An earlier version of this article gave the distance by road as 168 kilometres. It is 188.',
        was: 'over the bridge at Carrow, it is 168.',
        now: 'over the bridge at Carrow, it is 188.',
      },
    ],
    related: [49419],
    tags: ['Ferries', 'Hest Sound', 'Transport'],
    conversation: ferryTalk,
    prominence: 'lead',
  },
]
