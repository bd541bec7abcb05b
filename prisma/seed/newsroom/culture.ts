import { prose } from './prose'
import type { Story } from './story'
import { waitingTalk } from './talk-waiting-rooms'

export const culture: Story[] = [
  {
    id: 49404,
    section: 'culture',
    headline: 'A museum hangs its paintings where people wait',
    standfirst:
      'Nine tenths of the Strane collection has been in a cellar since it was bought. Some of it is now at the dentist’s.',
    bylines: ['celeste-okonjo'],
    dateline: 'Strane',
    daysAgo: 12,
    time: '12:00',
    body: prose(`
The painting is a metre and a half wide and shows a small boat going home across a bay under a red sun. It was made in 1911 by Hedda Lysander, who was twenty-six and had three years to live. The city museum bought it in 1934 and showed it twice. For the past eighteen months it has hung in the waiting room of the Fennel Hill surgery, opposite the chairs, between the clock and the leaflets on shingles.

“I have seen it eleven times,” said Roland Achterlo, who is being treated for his heart. “I’ve decided that she is not going home. She’s coming to fetch somebody.”

The museum owns 14,200 works. Its walls hold 900. Two years ago its new director, Philippa Auberon, asked her curators to find out how long a visitor looks at a picture, and they came back with the answer: eight seconds. She then asked her sister, who is a receptionist, how long a patient looks at a wall. It was 34 minutes.

## Rules for lending

Since then 126 paintings have gone out, to surgeries, a dental school, two job centres, the passport office and the room at the law courts in which jurors are kept. Each hangs behind glass, at the eye level of someone sitting down. There are only three rules. There must be a chair facing it. Nothing else may be put on that wall. And the label gives the artist’s name and the year and nothing more, because, Ms Auberon says, “people with half an hour do not need to be told what they are looking at.”

Insurers asked for 2 per cent of the value a year and settled for a fifth of that after a walk round the cellar, where they noticed the pipes. Nothing has been stolen. One frame has been chipped, by a pram, and one portrait was returned by a job centre because its expression was thought discouraging.

> In the gallery they ask me where the toilets are. Here they ask me why the sea is that colour.
> — Philippa Auberon, director

## What it does

The surgery has tried to find out. In the months with the painting, patients in that room rated their wait as eight minutes shorter than patients in the room next door, which has a television. Blood pressure taken straight after was lower by four points. Dr Anil Sethna, who ran the comparison, warns that people were not assigned to the rooms by lot and that the television was showing a programme about antiques.

The museum, meanwhile, has had letters. It had received 31 in the whole of the previous year; since the lending began it has had 1,140. Many contain a theory about the boat. A retired pilot has shown, from the shadows, that the sun is rising. A girl of nine has written that there are two people in it, and that one of them is lying down because it is nice to lie down in a boat.

The curators had the picture examined under a lamp in March, before it went back on the wall. There are two.
`),
    picture: {
      drawing: 'waiting-room',
      alt: 'People on chairs in a green waiting room, under a large framed painting of a sailing boat in a bay.',
      caption:
        'Hedda Lysander’s boat at the Fennel Hill surgery, between the clock and the door. Drawing: Tribune',
    },
    tags: ['Museums', 'Painting', 'Strane'],
    conversation: waitingTalk,
    prominence: 'second',
  },
  {
    id: 49411,
    section: 'culture',
    headline: 'The radio play is back, and it is short',
    standfirst:
      'Eleven minutes, two voices and a tray of gravel: a format that was buried thirty years ago has 400,000 listeners at ten to seven.',
    bylines: ['celeste-okonjo'],
    dateline: 'Strane',
    daysAgo: 9,
    time: '18:20',
    body: prose(`
The boots are a size nine and belong to no one. They stand in a tray of gravel in Studio 4, and when somebody in a play walks up a drive, Gudrun Vale puts her hands in them and walks it.

Strane Radio closed its drama department thirty-one years ago. The last production had a cast of nineteen, an orchestra and 6,000 listeners. Last September, because a programme on gardening had run short, the station filled eleven minutes with two actors and a script which a junior producer, Emeka Strand, had in his bag. There were 900 calls. Most of them asked how it ended; it had ended.

There is now a play every weekday at ten to seven, written to be over by the time the potatoes are done. The rules are Mr Strand’s. There are two voices, and no music. It takes place in one room, or in one journey. Nobody may say what the listener can hear: no character has yet remarked that the rain is coming down.

> If you say “Put down that knife”, you have lost them. If they hear it being put down, they will stop peeling.
> — Emeka Strand, producer

The budget is 14,000 crowns an episode, about what the station spends on traffic news. Writers are paid 5,000 and have come from everywhere. The season’s best, *Platform Two*, in which a woman and a ticket machine come to an understanding, is by a signalman. It will be staged in the autumn, which he thinks is a mistake.

At ten to seven on Tuesday the red lamp went on. Two actors stood nose to nose at their microphones, and behind them Ms Vale opened a small door in a frame attached to nothing. For eleven minutes somebody waited for a letter. When the lamp went off no one moved. “One always thinks that they can hear one breathe,” Ms Vale said. Then she emptied the boots.
`),
    picture: {
      drawing: 'radio-studio',
      alt: 'Two actors with scripts face each other across two microphones; behind the glass an engineer sits at a long desk.',
      caption: 'Studio 4, ten to seven. The boots are at the right. Drawing: Tribune',
    },
    tags: ['Radio', 'Theatre'],
    conversation: [
      {
        by: 'siobhan',
        minutesAfter: 45,
        recommendedBy: 9,
        text: 'I burned the potatoes for “Platform Two”. No regrets.',
      },
      {
        by: 'hamid',
        minutesAfter: 120,
        recommendedBy: 6,
        text: 'At ten to seven I am at the terminus with the engine off and eleven minutes to kill. There are usually four or five passengers who have already arrived and stay in their seats. Nobody says anything, and then everybody gets off.',
        replies: [
          {
            by: 'miriam',
            minutesAfter: 70,
            recommendedBy: 10,
            text: 'Somebody should write that one. Two voices, no music.',
          },
        ],
      },
    ],
    prominence: 'second',
  },
  {
    id: 49417,
    section: 'culture',
    headline: 'The library that lends ladders',
    standfirst: 'Also drills, a wallpaper table and, on Saturdays, Mr Fothering. Book loans have gone up.',
    bylines: ['celeste-okonjo'],
    dateline: 'Tarring',
    daysAgo: 6,
    time: '09:00',
    body: prose(`
The first ladder was a mistake. It belonged to a painter who left it in the reading room at Tarring’s public library over a weekend, and on the Monday a reader asked, not entirely seriously, whether it could be borrowed. The librarian, Constance Abara, could find nothing in the by-laws that said no. She stuck in a label and stamped it for two weeks.

That was three years ago. The catalogue now lists 31 ladders, 14 drills, six sewing machines, two pianos that must be fetched, a cement mixer and a suit. They are shelved by the ordinary decimal system, which puts the ladders at 690, between building materials and a history of the brick.

A ladder costs 900 crowns and is used, according to a survey which Ms Abara carried out from the desk, for forty minutes in its owner’s life. Hers go out 22 times a year each. Three have come back late. One came back with a rung mended.

> A book is a thing you need for a fortnight and then ought to pass on. I looked round for what else was like that. It’s nearly everything.
> — Constance Abara, librarian

The council was uneasy about insurance until it found that its own staff had been borrowing the drills. It has since given her the former cloakroom and 60,000 crowns. Four other towns have copied the scheme, and one of them, Kelmouth, lends a rowing boat.

The item most in demand is not a tool. On Saturday mornings readers may borrow, for half an hour, a retired joiner named Dennis Fothering. He has a card in the catalogue with a shelf mark. He has been reserved until October and never leaves the building; you bring him the drawer, or a photograph of the drawer, and he tells you where you went wrong.

Loans of books, which had fallen every year since 2004, have risen for two. Ms Abara does not claim to know why. But the ladders are at the far end, she said, and you have to walk past the novels.
`),
    picture: {
      drawing: 'library',
      alt: 'Tall shelves of bright books with ladders leaning on them; a reader takes one ladder away past an arched window.',
      caption: 'Shelf mark 690: a reader at Tarring takes out a ladder for two weeks. Drawing: Tribune',
    },
    tags: ['Libraries', 'Tarring'],
    conversation: [
      {
        by: 'kofi',
        minutesAfter: 60,
        recommendedBy: 8,
        text: 'I was number 14 in the queue for Mr Fothering. He looked at my bookcase for some time and then said, “Well, it’s certainly holding the wall up.” It was worth every week.',
      },
      {
        by: 'yusuf',
        minutesAfter: 185,
        recommendedBy: 3,
        text: 'As a shopkeeper I ought to mind. But nobody ever bought a second ladder, and everybody who borrows a drill has to buy the bits.',
        replies: [
          {
            by: 'daniel',
            minutesAfter: 77,
            recommendedBy: 2,
            text: 'Would you still say that if they lent lamps?',
            replies: [
              {
                by: 'yusuf',
                minutesAfter: 36,
                recommendedBy: 9,
                text: 'Lamps are different. A lamp is a thing you need every night until you die. I will put that on the window.',
              },
            ],
          },
        ],
      },
      {
        by: 'bertrand',
        minutesAfter: 320,
        recommendedBy: 5,
        text: 'Ladders should properly be at 621.9, with hoisting equipment. I hesitate to raise it.',
      },
    ],
    prominence: 'second',
  },
  {
    id: 49423,
    section: 'culture',
    headline: 'Five bells, four of them bronze: a choir fills the gap at Saint Orrin’s',
    standfirst:
      'The third bell cracked in the spring. Until there is money for another, somebody has to sing it.',
    bylines: ['celeste-okonjo'],
    dateline: 'Carrow',
    daysAgo: 4,
    time: '20:00',
    body: prose(`
The ringers of Saint Orrin’s in Carrow have four bells and a problem with *Evening Fields*, a peal that has been rung there every Sunday since 1790. It needs five. The third, an F sharp of 640 kilograms called Old Agnes, cracked from lip to shoulder on 2 March, in the middle of a wedding.

For three Sundays they left a silence where she should have been. The town disliked it more than it would have disliked no bells at all. “You could hear people stop walking,” said the tower captain, Wilf Garrowby.

So on the fourth Sunday eight members of the choir climbed 114 steps, stood under the empty beam and, whenever the pattern came round to Agnes, sang her. They have done so ever since. They use the vowel of *loan*. The sopranos have the hum, an octave up, and the basses the strike.

It cannot be heard much beyond the market place, where the bells themselves carry for three kilometres. Nobody seems to mind. On the fifth Sunday there were 60 people in the square; on the twelfth there were 700, and a van selling soup. When Agnes’s turn comes they join in, those who can find the note.

> She was always a little flat. We sing her a little flat. Otherwise it would be somebody else.
> — Perpetua Lund, alto

A new bell will cost 480,000 crowns, and the appeal has reached 390,000. The foundry in Quent will melt down the old one, so that it will be the same metal in a rounder mood. It is to be hung in November. The choir has been asked, by a petition of 2,100 names, to go on singing afterwards. Mr Garrowby says that it is out of the question, and that he is thinking about Easter.
`),
    picture: {
      drawing: 'belfry',
      alt: 'Four bronze bells of falling size hang from a beam with a gap in the middle, above red roofs and a low sun.',
      caption: 'The beam at Saint Orrin’s, with room for Old Agnes. Drawing: Tribune',
    },
    tags: ['Music', 'Bells', 'Carrow'],
    conversation: [
      {
        by: 'miriam',
        minutesAfter: 50,
        recommendedBy: 7,
        text: 'I was there for the ninth. You think that you will be embarrassed, and then the gap comes towards you and it would be rude not to.',
      },
      {
        by: 'tiller',
        minutesAfter: 170,
        recommendedBy: 10,
        text: '“The same metal in a rounder mood.” I am 74 and have asked my doctor for the same.',
      },
    ],
    prominence: 'second',
  },
  {
    id: 49430,
    section: 'culture',
    headline: 'The woman who gave the streets back their names',
    standfirst:
      'A clerk’s flood-stained notebook has let Innerby find out who lived in forty lanes it knew only by letters.',
    bylines: ['celeste-okonjo'],
    dateline: 'Innerby',
    daysAgo: 2,
    time: '19:00',
    body: prose(`
In the winter of 1953 the sea came into Innerby and took with it, among other things, the street signs. The council was short of paint. Forty lanes between the boatyard and the church were given letters and numbers, for the time being. Until last week Roswitha Bay had lived all her life at 6, B14.

She is 81. In a box from the town clerk’s attic she found, the year before last, a notebook that had been wet through. It was the list from which the old signs had been painted. The ink had run, but the clerk had pressed hard, and by holding each leaf against a window she could read the dents.

Some names had been taken from what was sold there: Tallow Row, Needle Passage. Eleven were jokes. *Straight Lane* has three bends. *Mayor’s Walk* leads to the sewage works. Others belonged to people, and it is those she has been looking for. Kezia Passage was called after the woman who kept a light in her window every night for 31 years, for a husband and then, when he had come home, for everyone else’s.

The council voted on Monday to put all forty back. The enamel signs will be made in the boatyard and will give the old name in large letters and the letter and number, for the sake of the post, in small ones.

> I don’t call it history. I call it manners. You should know whose step you are standing on.
> — Roswitha Bay

One name could not be read. The page for B14 had been at the bottom of the box and had no dents left in it. Her neighbours discussed it for about a minute. Then they sent a child round to ask how she spelled it.
`),
    tags: ['Innerby', 'History', 'Names'],
    conversation: [
      {
        by: 'siobhan',
        minutesAfter: 75,
        recommendedBy: 11,
        text: 'Well, that has done for my mascara.',
      },
    ],
    prominence: 'second',
  },
]
