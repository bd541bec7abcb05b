import { prose } from './prose'
import type { Story } from './story'
import { goalkeeperTalk } from './talk-goalkeeper'

export const sport: Story[] = [
  {
    id: 49402,
    section: 'sport',
    headline: 'Why the relay was lost at the second handover',
    standfirst:
      'Strane’s women led the national final by four metres and dropped the baton. The film shows that it was lost two seconds earlier.',
    bylines: ['marek-dunne'],
    dateline: 'Carrow',
    daysAgo: 13,
    time: '17:30',
    body: prose(`
Everyone in the stadium at Carrow saw the baton fall. It struck the track at the end of the second exchange, bounced once and rolled into lane four. By the time Nell Ostrander had picked it up the race was over, and Strane Harriers, who had led by four metres, were sixth.

Their coach, Abel Fontaine, saw it too. He did not say a word to anyone until he had borrowed the film.

A relay is not run by four people. It is run by three pairs of them, each of whom must be doing the same speed at the same spot. The one who waits sets off when the one who arrives steps on a mark, a strip of tape about seven metres back. She does not look round. After a certain number of strides she puts her hand behind her, and it is the other’s business to find it.

Ostrander left on the mark. The film is clear on this. But Josie Quill, coming in, had just run the fastest bend of her life, and she reached the tape six hundredths of a second earlier than in any rehearsal. Six hundredths at her speed are 55 centimetres. She was on top of her partner before the hand was there. She shortened her stride so as not to trip, and as she slowed, the hand came back and closed on air.

> Nobody made a mistake. Josie was better than she had ever been, and we hadn’t left room for it.
> — Abel Fontaine, coach

The remedy is a strip of tape moved back by the length of a shoe. They have run the exchange 60 times since and have not dropped it. They run it now, he says, as though the person behind you might at any moment turn out to be wonderful.

Quill has asked for the baton. It has a dent at one end, and she keeps it on her desk with the dent showing.
`),
    picture: {
      drawing: 'relay',
      alt: 'A red and white baton lies on a rust-coloured track; the dark shapes of two runners have already gone by.',
      caption: 'The second exchange at Carrow, six hundredths of a second out. Drawing: Tribune',
    },
    tags: ['Athletics', 'Strane Harriers'],
    conversation: [
      {
        by: 'odalys',
        minutesAfter: 35,
        recommendedBy: 12,
        text: 'I ran second leg for eight years and coach it now. This is the best account of an exchange I have seen in a newspaper, and it leaves out only one thing: the shout. Ours is “hup”. If Quill shouts early the hand comes early and she is still inside the zone. She did not shout because she had no breath left, which is the price of the bend.',
        replies: [
          {
            by: 'kofi',
            minutesAfter: 58,
            recommendedBy: 5,
            text: 'So should one practise shouting when out of breath? Serious question, my daughter is eleven and runs the bend.',
            replies: [
              {
                by: 'odalys',
                minutesAfter: 40,
                recommendedBy: 9,
                text: 'Yes! Up a hill, and shout at lamp posts. The neighbours get used to it.',
              },
            ],
          },
        ],
      },
      {
        by: 'tiller',
        minutesAfter: 300,
        recommendedBy: 6,
        text: 'Lost a race by being too good. It has never come up in my case.',
      },
    ],
    prominence: 'second',
  },
  {
    id: 49412,
    section: 'sport',
    headline: 'A goalkeeper’s guide to doing nothing for eighty minutes',
    standfirst:
      'Tarring Wanderers have conceded four goals all season, and their keeper touches the ball nine times in a match. She says it is the hardest work on the pitch.',
    bylines: ['marek-dunne'],
    dateline: 'Tarring',
    daysAgo: 8,
    time: '11:00',
    body: prose(`
In the 63rd minute of Saturday’s match against Port Lowen, Ama Lindgaard took eleven steps to her left, stopped, and took eleven steps back. Nothing had happened. The ball was at the other end, where it had been since half past three. I had my eyes on her, because I had been asked to, and I wrote down: *eleven left, eleven right*.

“That was the save,” she told me afterwards.

Tarring have won 19 of their 22 games this season and let in four goals. It is a team that attacks as if it were paid by the shot. The result is that its goalkeeper, who is 33 and fits kitchens from Monday to Friday, has very little to do. The league’s statistician, who counts such things, says that she touches the ball nine times in a match on average, and that four of those are goal kicks. She has made 31 saves since September. Some keepers make that many in a month.

I asked her to teach me what she does with the rest of the time. I spent three Saturdays on a folding stool behind her net.

## The first twenty minutes: housekeeping

She begins by walking her area, every metre of it, with her head down. She is looking for sand, for divots and for the place where the groundsman turned his mower. In the sixth minute she stamps on something with her heel. In the ninth she moves a plastic cup. It is not superstition, or it is not only that. In November, at Kelmouth, a back pass hopped over a divot and over her foot, and it was one of the four.

Then she talks. From the stand you would not know it, but for ninety minutes she never stops. She does not shout; she says it, flatly, like someone reading out a list. *Left, Bea. Two behind you. You’ve time. Hold. Hold. Now.* Beatrix Oyelaran, who plays in front of her, says that she hardly notices it any more, as you do not notice your own left hand. When Lindgaard lost her voice in February the defence conceded twice.

> People think I’m waiting for the ball. I’m trying to make sure that it never gets here. If I’m diving, something’s gone wrong already, and usually it was me, a minute and a half ago.
> — Ama Lindgaard

## The middle forty: the drift

This is the dangerous part. Concentration, she says, is like carrying a full bowl of water across a room: nobody drops it, but everybody, after a while, begins to think about something else, and finds that the carpet is wet.

She learnt this nine years ago, in a cup semi-final. It was nil–nil in the seventieth minute, and she had not touched the ball since half-time. She was wondering about a worktop. A cross came in, not a good one, and she saw it as you see a bus go by. It went in off her shoulder.

Since then she has had a method. She divides the match into pieces of four minutes. In each of them she has a job. In one she counts the other side’s passes. In the next she watches only their number nine, and tries to guess which foot she will stand on. In the one after that she listens to the crowd with her eyes shut, for two seconds at a time, because the crowd on the far side can see runs that she cannot, and draws in its breath before they happen.

In every fifth piece she allows herself the worktop.

“You can’t *not* think about other things,” she said. “So I give them an appointment.”

I tried it, on my stool. I lasted fourteen minutes before I noticed that I had been thinking for some time about soup.

## Eleven to the left

And the eleven steps? I had to have them explained, with salt cellars.

Port Lowen’s right winger had gone over to the other side to talk to her coach. It meant that, should the ball be lost, the quick way back would be down the left, and by a different player, who crosses early. So Lindgaard moved to where she would have to be in nine seconds’ time. The ball was not lost. The winger came back. So did she.

She does this, she thinks, about two hundred times a game. She once wore a device for the university, which showed that she covers 5.6 kilometres in a match without, as its author put it, going anywhere. The researchers had a camera on her eyes as well. An ordinary keeper in the league looks at the ball for 80 per cent of the time. Lindgaard looks at it for 31.

> She doesn’t watch the game. She reads it, and she’s usually on the next page.
> — Ruth Castleford, coach of Tarring Wanderers

## The last ten: the bill

It came at a quarter to five. Tarring were ahead by one goal and had had 24 shots. In the 88th minute a clearance hit the referee on the back, and fell to the feet of Port Lowen’s number nine, with no one in front of her but a woman in yellow who had touched the ball six times since lunch.

What I had expected was a leap. What I saw was Lindgaard walking forward. She took four steps, not fast, with her arms a little out from her sides, as you would go towards a horse. The forward looked up and there was suddenly very little to aim at. She took one touch more than she wanted. On the second Lindgaard simply sat down on the ball.

She got up, looked at her glove, and said in that flat voice: *Bea. Time. Two minutes. Same again.*

In the bar they were talking about the goal at the other end. She drank half a shandy and rubbed her heel. I asked whether it did not trouble her that on such an afternoon nobody could have said what she had done.

She considered this for about four minutes, or perhaps it only felt like it. “I fit kitchens,” she said. “If I’ve done it right, you never think about the hinge.”
`),
    picture: {
      drawing: 'goalkeeper',
      alt: 'Seen through the net from behind, a goalkeeper in yellow stands with hands on hips; the other players are tiny and far away.',
      caption: 'Ama Lindgaard, in the 63rd minute, from the folding stool. Drawing: Tribune',
    },
    tags: ['Football', 'Tarring'],
    conversation: goalkeeperTalk,
    prominence: 'lead',
  },
  {
    id: 49418,
    section: 'sport',
    headline: 'Saltry win the sound race by the width of a bow',
    standfirst: 'Six oars, 31 kilometres, and four tenths of a second in it.',
    bylines: ['marek-dunne'],
    dateline: 'Saltry',
    daysAgo: 6,
    time: '19:45',
    body: prose(`
Saltry’s women’s six won the round-the-sound race on Sunday for the first time since 1998, in two hours, 51 minutes and 12.6 seconds. Hest, who led from Innerby to the last buoy, were four tenths behind.

The winners’ cox, Lottie Marrable, is thirteen and weighs 38 kilograms. Asked what she had said to her crew in the final hundred metres, she declined to repeat it in front of her mother.
`),
    tags: ['Rowing', 'Hest Sound'],
    conversation: [
      {
        by: 'aroha',
        minutesAfter: 65,
        recommendedBy: 8,
        text: 'I was in the next lane and heard it. It carried.',
      },
    ],
    prominence: 'brief',
  },
  {
    id: 49425,
    section: 'sport',
    headline: 'Hill stage put back nine days, to let the lambs finish',
    standfirst:
      'The Tour of Ardmere has been moved for snow, an election and once for a wedding, but never until now for sheep.',
    bylines: ['marek-dunne'],
    dateline: 'Pellow Top',
    daysAgo: 3,
    time: '18:00',
    body: prose(`
The road over Pellow Top has no fences, a gradient of 14 per cent and, at this time of year, about 2,300 ewes. The Tour of Ardmere was to have gone over it on Sunday. It will go over it on the Tuesday of the week after, and the reason, according to the race director’s notice, is “lambing, which is late”.

The hill’s seven farmers had not asked for the delay. They had asked for the helicopter to fly a little higher. But when the director, Solveig Anker, drove up in April to talk about it, she arrived in the middle of a difficult birth, was handed a torch and held it for an hour and ten minutes. “After that,” she said, “I saw the helicopter differently.”

To move one stage of a race with 132 riders, 60 cars and a mobile bakery is not simple. Eleven hotels had to be asked. The stage that was to be the eighth becomes the twelfth, so that the highest climb now falls two days before the finish. The riders are split. The leader, Jonas Ferreira-Holt, who does not care for hills, called it “a pity for the spectators”. Wilhelmina Dray, who lies four minutes behind him and was born on one, called it very good news for the lambs.

> In thirty years of racing nobody has ever moved so much as a bollard for me. I shall wave at every one of them.
> — Wilhelmina Dray, second overall

Marshals will be provided by the farms, who have the dogs for it. There will be one new rule: should a flock be on the road, the clock stops for everyone. The officials have asked how they are to tell when a flock is *on the road*. The farmers have offered to explain.
`),
    picture: {
      drawing: 'hill-race',
      alt: 'Five cyclists climb a winding pale road through green hills, past a field of sheep and lambs.',
      caption: 'The road over Pellow Top, with right of way as agreed. Drawing: Tribune',
    },
    tags: ['Cycling', 'Tour of Ardmere', 'Pellow'],
    conversation: [
      {
        by: 'odalys',
        minutesAfter: 48,
        recommendedBy: 6,
        text: 'Putting Pellow Top two days before the end decides the race. Ferreira-Holt has nine seconds a kilometre to lose up there. It may be the first national title to be settled by a ewe.',
        replies: [
          {
            by: 'bertrand',
            minutesAfter: 130,
            recommendedBy: 4,
            text: 'The second. See the point-to-point of 1926, and the protest that followed.',
          },
        ],
      },
      {
        by: 'siobhan',
        minutesAfter: 210,
        recommendedBy: 9,
        text: 'An hour and ten minutes with the torch is a long one. Fair play to her. It is always the ones who hold the torch who come round.',
      },
    ],
    prominence: 'second',
  },
  {
    id: 49431,
    section: 'sport',
    headline: 'Chess by post ends in a draw, after eleven years',
    standfirst: 'Two lighthouse mechanics have agreed that neither can win. They will start again on Monday.',
    bylines: ['marek-dunne'],
    dateline: 'Merrin',
    daysAgo: 1,
    time: '06:05',
    body: prose(`
Osric Hale on Merrin and Bodil Frame at Arrel Point agreed a draw on Friday in a game of chess which they began, by postcard, eleven years ago. It had reached its 74th move.

Each had only a king and a rook left. A card took three to nine days, depending on the boat. One, with Ms Frame’s 41st, went round by Quent and arrived with a stamp for soup.

They have never met. With the ferry gone, the post will go by launch, and both expect the return game to be quicker. Ms Frame has white.
`),
    tags: ['Chess', 'Merrin'],
    conversation: [
      {
        by: 'tiller',
        minutesAfter: 90,
        recommendedBy: 8,
        text: 'King and rook each. That was a draw in about year six. I think they just liked the cards.',
      },
      {
        by: 'miriam',
        minutesAfter: 140,
        recommendedBy: 7,
        text: 'I hope that nobody tells them about the telephone.',
      },
    ],
    prominence: 'brief',
  },
]
