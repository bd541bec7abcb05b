import { prose } from './prose'
import type { Story } from './story'
import { bridgeTalk } from './talk-bridge'
import { draftsTalk } from './talk-drafts'
import { lunchTalk } from './talk-lunches'

export const politics: Story[] = [
  {
    id: 49407,
    section: 'politics',
    headline: 'The Assembly will publish its drafts, crossings-out and all',
    standfirst:
      'From the autumn anyone may see who changed which word of a bill, and when. Some members are already writing more carefully.',
    bylines: ['tobias-renner'],
    dateline: 'Strane',
    daysAgo: 11,
    time: '16:45',
    body: prose(`
By 88 votes to 71, with nine members asleep or abstaining, the Assembly decided on Thursday that every bill should be published together with all its earlier versions.

At present the public sees a bill three times: when it is introduced, when it leaves committee and when it becomes law. Between those days it may change two hundred times. A clause that appeared on a Tuesday night in the Harbours Act two years ago, and exempted a single marina from its charges, has never been traced to a hand.

Under the new standing order each change to a text is kept with the time, the name of the member or official who made it, and a reason of at least one sentence. The record appears the next morning. Members may still pass notes, the Speaker confirmed, “but the notes will no longer be the law”.

The measure was moved by Anneke Torvald, a first-term member and former proofreader from Brough End. She held up, as an exhibit, the word *normally*, which she had found in one committee’s drafts 214 times.

> I do not say that anyone has behaved badly. I say that when you paint a room you should be able to see the room afterwards.
> — Anneke Torvald, member for Brough End

## The case against

Those who opposed it were not all of one party. Lorens Vey, who has sat for 31 years, argued that compromise needs a door that shuts. “A member who moves an inch in private will not move it in front of a crowd,” he said. “You will get fewer inches.”

The clerk’s office has a more practical worry. It has 14 staff and estimates that a busy week will produce 3,000 changes. The order sets aside 640,000 crowns for a system to record them. The last system the Assembly bought, for ordering lunch, was delivered fourteen months late and believes that the building is in another time zone.

The order takes effect on the first sitting day of October. Its own text went through eleven drafts. They have been published, and show that the nine words giving the Speaker power to withhold a version “in exceptional circumstances” were added on the last evening, by the Speaker.
`),
    picture: {
      drawing: 'parliament',
      alt: 'A round chamber with red benches in rings; one member in a yellow coat stands and holds up a sheet of paper.',
      caption: 'Anneke Torvald shows the Assembly one of its own drafts. Drawing: Tribune',
    },
    tags: ['Assembly', 'Open records'],
    conversation: draftsTalk,
    prominence: 'second',
  },
  {
    id: 49410,
    section: 'politics',
    headline: 'School lunches: the price of free',
    standfirst:
      'A year after the city stopped charging, more children eat, less is thrown away, and the bill is a third over budget. All three have the same cause.',
    bylines: ['tobias-renner', 'leila-amsel'],
    dateline: 'Strane',
    daysAgo: 9,
    time: '08:05',
    body: prose(`
At Tannery Lane primary school the queue for lunch used to divide at the till. Children whose parents paid turned left, and those whose lunch was free turned right, to be ticked on a list. Last September the till was taken out. The screw holes are still in the counter.

The council’s report on the first year of free lunches, published today, runs to 140 pages. Its result fits on a tray. Of 31,200 pupils in the city’s primary schools 27,900 now eat a school lunch, against 19,400 before. Among children who were entitled to a free meal all along, the share who actually take one has risen from 71 to 94 per cent.

> They were always allowed. They just did not want to be seen being allowed.
> — Rosalind Pyke, cook at Tannery Lane for 22 years

The cost has risen too. The council had set aside 38 million crowns. It has spent 51. Of the difference, it says, nine million is simply success, since more children came than anyone had dared to plan for. The rest is the price of oil and flour, and of a contractor who went out of business in March.

## Less in the bins

The surprise of the report is in the waste. The amount of food scraped into bins fell by 22 per cent for each meal served. Researchers from the university, who weighed the bins of 12 schools every day for a term, have two explanations. One is that cooks who know how many children will come can plan. The other is that a child who can take a second helping of what she likes leaves less of what she does not.

Attendance on Fridays, when it used to sag, is up by 1.4 percentage points. Teachers told the researchers that afternoons were quieter. The report is careful to say that it cannot show that lunch was the reason.

## Who pays

The council’s three parties agree on what happened and on nothing else. The majority wants to raise the levy on second homes by a quarter, which would cover the gap. The Ratepayers’ Union wants to charge the better-off third of families 12 crowns a meal, and has promised that it would be done “discreetly”. The Greens would keep lunch free and take meat off the menu on three days out of five, saving about four million.

Simone Aldous, who speaks for the Ratepayers, has three children at the school in Castle Ward. “I am being bought a lunch by people who earn half what I do,” she said. “I find that harder to swallow than the fishcakes.”

The finance director, Hugh Palliser, offered councillors one figure to take into the debate. Collecting the money, in the days when it was collected, employed 41 people and recovered 84 per cent of what was owed. Bringing the tills back would cost 5.3 million in the first year.

The vote is on the 27th. Lunch that day, according to the plan pinned up at Tannery Lane, is lentil pie, with an alternative.
`),
    picture: {
      drawing: 'canteen',
      alt: 'Seven lunch trays with soup, bread and fruit seen from above, and one empty place marked with a dotted line.',
      caption:
        'Eight places, seven trays: while there was a charge, more than a quarter of the children entitled to a free lunch went without. Drawing: Tribune',
    },
    tags: ['Schools', 'Strane', 'Budgets'],
    conversation: lunchTalk,
    prominence: 'second',
  },
  {
    id: 49416,
    section: 'politics',
    headline: 'Rivers minister resigns over a map with no river in it',
    standfirst:
      'A flood plan for the lower Orrin was approved with its most important line left off. It had been printed in blue on blue.',
    bylines: ['tobias-renner'],
    dateline: 'Strane',
    daysAgo: 7,
    time: '17:00',
    body: prose(`
The minister for rivers, Casper Lindahl, resigned on Wednesday afternoon, forty minutes after a member of the public asked him to point to the Orrin on his own flood map.

He could not, and nor could anybody else. On the 1:10,000 sheet that went with the Lower Orrin plan, the river’s course had been drawn in the same blue as the area liable to flood. On screen, where officials checked it, the two layers could be switched on and off. On paper, which is what the law calls the map, there was a large pale shape and no water.

The error was found by Gwenda Stroud, who runs a boat hire at Tolley Weir and had come to the consultation to ask about moorings. “I said, where am I on this? And the gentleman looked, and went a bit quiet,” she said.

It matters because the plan measures everything from the river’s edge. Under its rules 2,140 houses within 60 metres of the bank are entitled to a grant for flood doors. Without a bank there is no distance, and a lawyer for the insurers said on Tuesday that in his opinion there was therefore no entitlement. Some 300 grants have already been paid.

> It was not my pen. It was my signature. In this office those are the same thing.
> — Casper Lindahl, in his letter to the premier

His deputy, Ottoline Marsh, takes over until a successor is named. The plan will be laid before the Assembly again, with the river in black, and the department has promised that grants paid so far will not be reclaimed.

Mr Lindahl is the third minister to resign this session and the first to do so on the day he was asked. He has been offered, and has accepted, a free afternoon in a rowing boat from Tolley Weir.
`),
    tags: ['Floods', 'Orrin', 'Assembly'],
    conversation: [
      {
        by: 'layla',
        minutesAfter: 70,
        recommendedBy: 11,
        text: 'The rule in every drawing office I have worked in: print it, in grey, at half size, and hand it to somebody who has never seen the site. It takes eleven minutes. I have never met a ministry that does it.',
        replies: [
          {
            by: 'bertrand',
            minutesAfter: 45,
            recommendedBy: 6,
            text: 'We used to. The person who had never seen the site was called Mr Pym, and he retired.',
          },
        ],
      },
      {
        by: 'miriam',
        minutesAfter: 128,
        recommendedBy: 10,
        text: 'Credit where it is due. “It was not my pen, it was my signature” is the shortest and best resignation letter I have read. Most of them need two pages to avoid saying either.',
        replies: [
          {
            by: 'daniel',
            minutesAfter: 90,
            recommendedBy: 5,
            text: 'It is a fine letter. It also means that the people who did not check will not be asked about it now. A head on the step is a very good way to stop anyone looking through the door.',
            replies: [
              {
                by: 'miriam',
                minutesAfter: 33,
                recommendedBy: 4,
                text: 'You may be right. I should like the department’s checklist published, with the name of the box that was ticked.',
              },
            ],
          },
        ],
      },
      {
        by: 'tiller',
        minutesAfter: 200,
        recommendedBy: 13,
        text: 'Gwenda for minister. She at least knows where it is.',
      },
      {
        by: 'aroha',
        minutesAfter: 380,
        recommendedBy: 3,
        text: 'A practical warning to anyone near the 60 metres: photograph your bank now, with a tape in the picture and a date. When the new sheet comes out, the line will have moved for somebody.',
      },
    ],
    prominence: 'second',
  },
  {
    id: 49419,
    section: 'politics',
    headline: 'Should the Weavers’ Bridge carry trams?',
    standfirst:
      'It was built for looms and mules, and it stands in the way of the only line the city can afford. On the 30th Strane has to choose what the bridge is for.',
    bylines: ['tobias-renner'],
    dateline: 'Strane',
    daysAgo: 5,
    time: '06:30',
    body: prose(`
Stand on the Weavers’ Bridge at a quarter past eight in the morning and you can count the city. In one hour last Tuesday a volunteer with a clicker did so: 2,310 people on foot, 1,480 on bicycles, 96 buses, 611 cars, eleven vans on the pavement, a man with a harp. The bridge is 11.4 metres wide. Everybody on it was, in his or her own opinion, in the way of nobody.

On the 30th the council votes on whether to lay tram rails across it. The line would run from the railway station to the hospital and on to the estates at Fennel Hill, 7.2 kilometres, and would cost 410 million crowns, of which the Assembly has offered 240 if work begins within two years. No one on the council disputes that Fennel Hill needs it: 34,000 people live there, and the bus into town takes 48 minutes on a good morning. What they dispute is the 212 metres in the middle.

## What the stones say

The bridge opened in 1874. Its four arches were designed to bear a line of loaded wool wagons, each of nine tonnes, drawn by mules. A tram of the kind proposed weighs 41 tonnes empty and 60 when full.

That is less alarming than it sounds, according to the engineers whom the council hired. Weight on an arch is spread, and the fill beneath the roadway is three metres deep. In a test in the spring they parked six gravel lorries end to end above the second arch, 192 tonnes in all, and measured how far it sank. The answer was 1.1 millimetres. When the lorries drove off it came back.

> Masonry does not mind being heavy. It likes it. What it minds is being shaken, and being wet.
> — Ingrid Saltmarsh, who led the survey

It is wet. Of the 64 drainage pipes put in by the Victorians’ contractors, 51 are blocked. Water has been getting into the fill since at least the war, and in the third arch the mortar can be removed with a spoon; Dr Saltmarsh keeps the spoon. Repairing this would cost 38 million crowns whether or not a single tram ever crosses. The difference is that with the tram the Assembly pays for it and without the tram the city does.

## What the shops say

At the southern end stands Yarn Street, 61 shops in 300 metres, most of them with a family’s name over the door. The rails would need a trench there, and the trench would need fourteen months.

Petra Oduya sells buttons. She has turnover figures for Looms Lane, where the gas main was replaced four years ago in what was meant to be six weeks and became thirty. Nine of its 22 shops closed. “I am in favour of the tram,” she said. “I should like to still be here to get off it.”

The council offers compensation of 70 per cent of lost turnover, on proof. The traders’ association wants 90, paid monthly, and an engineer with a name and a telephone. Of the two demands it considers the second more important.

## What the feet say

Then there is the question of room. Two tracks need 6.1 metres. That leaves 5.3 for everyone else, and the plan gives all of it to people on foot. Cars would be sent to the ring road bridge. Buses would go, since the tram replaces them. Cyclists would be asked to dismount, or to use a new path slung from the upstream parapet, which the heritage board has described, in a letter of four pages, as “a shelf”.

The cyclists’ league points out that there are 1,480 of them in an hour and that a shelf of 2.4 metres would be the narrowest cycle path in the city and the busiest. It wants a single track for the trams, with signals at either end. The engineers say that this would limit the line to a tram every nine minutes. The league replies that nine minutes is what Fennel Hill has been promised since 1988.

Motorists, who number 611 in that hour and occupy two thirds of the roadway, have no league, but they have written more letters to the council than everybody else together.

## What it is for

There is another way. A new bridge 400 metres downstream would carry trams, cycles and anything else, and would leave the old one to the walkers and the man with the harp. It would cost 190 million more. It would miss the Assembly’s date by about four years, and so lose the 240.

Clement Arkwright, who leads the opposition to the plan and whose great-grandfather cut some of the stone, does not think this settles it. “There are things you do once,” he said. “We are being told to hurry because somebody else’s money has a date on it. The bridge has been there for a hundred and fifty years. It has never once been in a hurry.”

Across the river Dolores Finch, a cleaner at the hospital, begins work at six. The first bus from Fennel Hill arrives at ten past. For eleven years she has walked the last two kilometres over the bridge in the dark, and she has an opinion about beauty.

> It is lovely. I see it more than any of them do. But I have never been on it when I was not tired.
> — Dolores Finch

Of the council’s 45 members, 21 have said that they will vote for the rails and 20 against. The other four have each asked for a little more time, which is the one thing that the plan does not contain.
`),
    picture: {
      drawing: 'tram-bridge',
      alt: 'A red tram crosses an old stone bridge of four arches beside walkers and a cyclist, with church towers behind.',
      caption: 'The Weavers’ Bridge as the council’s plan would have it. Drawing: Tribune',
    },
    tags: ['Strane', 'Transport', 'Trams'],
    conversation: bridgeTalk,
    prominence: 'lead',
  },
  {
    id: 49426,
    section: 'politics',
    headline: 'Polling stations to open an hour earlier for the night shift',
    standfirst: 'Bakers, nurses and signalmen asked for it. The cost is mostly tea.',
    bylines: ['tobias-renner'],
    daysAgo: 2,
    time: '09:30',
    body: prose(`
Polling stations will open at six in the morning instead of seven at the council elections in May, the electoral office said on Saturday.

A trial at 30 stations near hospitals, depots and the flour mill found that 4.1 per cent of voters came in the extra hour. Two thirds of them were on the way home from work, and almost half said that they had not voted last time.

The change will cost 310,000 crowns, chiefly in overtime for 2,600 clerks. Presiding officers have asked for one further concession, and got it: a kettle in every station.
`),
    tags: ['Elections'],
    conversation: [
      {
        by: 'hamid',
        minutesAfter: 80,
        recommendedBy: 9,
        text: 'Twenty-two years on the early shift, and I have voted four times. Thank you to whoever signed this.',
        replies: [
          {
            by: 'siobhan',
            minutesAfter: 55,
            recommendedBy: 4,
            text: 'And thank you for the kettle. I have been a clerk. You cannot imagine.',
          },
        ],
      },
    ],
    prominence: 'brief',
  },
]
