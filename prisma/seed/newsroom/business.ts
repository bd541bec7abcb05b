import { prose } from './prose'
import type { Story } from './story'
import { batteryTalk } from './talk-battery'
import { footnotesTalk } from './talk-footnotes'
import { rentsTalk } from './talk-rents'

export const business: Story[] = [
  {
    id: 49403,
    section: 'business',
    headline: 'Cider makers want their contracts to know about frost',
    standfirst:
      'Three late frosts in five years have taught the Pellow valley to read the small print, and to buy candles by the thousand.',
    bylines: ['leila-amsel'],
    dateline: 'Pellow',
    daysAgo: 12,
    time: '07:50',
    body: prose(`
At ten to four on Wednesday morning the telephone beside Agnes Tregarrow’s bed said minus one. By four she and eleven neighbours were in the orchard with gas torches, lighting candles the size of paint tins, 300 to the hectare. By seven it was plus two, the blossom was wet but alive, and 410,000 crowns had burnt.

The Pellow valley grows a third of the country’s cider apples. Its trees used to flower in the second week of May. They now flower in the last week of April, eleven days sooner on average than when the records begin, but the last frost has moved by only four. The week in between is called, locally, the gap.

The presses buy on contracts of five to ten years, and these have a clause for hail, a clause for war and one, dating from some forgotten scare, for balloons. None mentions frost. A grower who cannot deliver must buy apples elsewhere to make up the weight, at the price of a year in which everybody else is doing the same.

> Last year I paid more for the apples I did not have than I was paid for those I did.
> — Agnes Tregarrow, grower

The growers’ union has now written a clause. Below an agreed temperature, logged by two sealed thermometers, the tonnage falls in steps and the press pays a quarter of the cost of the candles. Two of the valley’s five presses have signed. The largest, Corder & Lunt, says it prefers to “talk about resilience”, and has offered its suppliers a seminar.

Candles are not for ever. At 90 crowns apiece they can save two nights in a spring and not six. Some growers are grafting later varieties, which will take seven years to bear; some are planting uphill, where the cold air drains away. Ms Tregarrow is doing both, and has put in for a wind machine, second-hand, from a vineyard that no longer needs it. The frost there has stopped.
`),
    picture: {
      drawing: 'orchard',
      alt: 'Rows of blossoming apple trees before dawn, with candles burning on the grass and a grower lighting one of them.',
      caption: 'Frost candles in the Pellow valley, an hour before sunrise. Drawing: Tribune',
    },
    tags: ['Farming', 'Weather', 'Pellow'],
    conversation: [
      {
        by: 'weilin',
        minutesAfter: 130,
        recommendedBy: 5,
        text: 'Sealed thermometers and steps: this is index insurance with the insurer left out. It can work very well, as long as both thermometers hang at the height of the blossom and not at the height of the lawyer.',
      },
      {
        by: 'siobhan',
        minutesAfter: 245,
        recommendedBy: 8,
        text: 'My uncle was in the balloon scare. A balloon landed in the Foxwhelps in ’58 and the cows never forgave it. The clause is deserved.',
      },
      {
        by: 'aroha',
        minutesAfter: 500,
        recommendedBy: 3,
        text: 'Eleven days against four. It is the same with plankton and herring larvae: nothing is wrong with either date, only with the distance between them.',
      },
    ],
    prominence: 'second',
  },
  {
    id: 49409,
    section: 'business',
    headline: 'Port Lowen rope works takes on forty',
    standfirst: 'Orders for the mooring lines of floating turbines have filled the long shed for two years.',
    bylines: ['leila-amsel'],
    dateline: 'Port Lowen',
    daysAgo: 10,
    time: '13:30',
    body: prose(`
The rope works at Port Lowen, which employed 22 people last spring, will hire forty more by the end of June.

It has won an order for 96 kilometres of mooring line, as thick as a thigh, for the turbines to be floated off Cape Arrel. Each length is laid in one piece, in a shed 410 metres long, built for sail and kept, the manager Hanne Dorset said, “because nobody could think what else to do with something that shape”.

Starting pay is 168 crowns an hour. Applicants are asked to bring gloves.
`),
    tags: ['Jobs', 'Port Lowen', 'Energy'],
    conversation: [],
    prominence: 'brief',
  },
  {
    id: 49414,
    section: 'business',
    headline: 'Mill towns bid for the battery plant nobody wanted',
    standfirst:
      'Three cities turned it down over water, lorries and lithium. Now three towns in the Kell valley are competing to be the one that says yes.',
    bylines: ['leila-amsel'],
    dateline: 'Brough End',
    daysAgo: 7,
    time: '07:30',
    body: prose(`
The people of Brough End have been told what is good for them before. In 1962 it was a ring road, in 1979 a museum of themselves, and eight years ago a call centre that lasted until its grant did. So when the woman from the battery company stood up in the Mechanics’ Hall in February and said that she would take questions for as long as there were any, they kept her there until twenty to one in the morning.

“I have been interviewed by two governments,” said Yara Sandvik-Osei, who is choosing the site for Volta Orrin. “Neither of them asked me what would happen to the herons.”

The plant would make cells for buses and for the boxes that steady the electricity grid. It would employ 1,150 people, cost 4.8 billion crowns and cover 34 hectares. Strane declined it in October, because of the lorries. Carrow declined it in December, because of the water. Port Lowen said yes, then no, then asked whether it could be somewhat smaller. That left the Kell valley, which nobody had thought of asking.

## Three towns and one river

Three towns are bidding. Brough End offers the flat land behind the Albion Mill and 600 empty terraced houses. Tarring, nine kilometres downstream, has the railway sidings. Kelmouth, where the Kell meets the tide, offers a deep berth and a grid connection left over from a power station that was pulled down.

Each has lost something like a third of its population since the looms stopped. In Brough End 23 per cent of adults of working age have no job. The town’s biggest employer is the council, and its second biggest is the company that checks whether people may have benefits.

They are not, on paper, a natural home for chemistry. But the mills have left things behind that turn out to be useful. The Albion’s reservoir holds 900,000 cubic metres, and an old statute allows the town to use it for “any manufacture whatsoever”. The valley has a technical college with a good name and 140 places it cannot fill. And it has people who do not mind shifts.

> My grandmother minded four looms at once, and listened for the one that was going to stop. You are telling me it is coating machines now. All right. What do they sound like?
> — Maureen Achebe-Holt, retired weaver, at the February meeting

## The water

The question that sank the plant at Carrow has not gone away. Making cells is thirsty: about 2,600 cubic metres a day, roughly what the town itself uses. Volta Orrin says that it would return 92 per cent of it, cleaner than it came. The remaining eight would go up as steam.

“Cleaner” is the word that troubled Tom Hesketh, who fishes the Kell and has for thirty years kept a notebook of what lives in it. For the whole of the first half of that time the answer was *nothing*. The dye works saw to that. There are grayling now, and since 2019 a pair of otters.

He asked for the discharge figures of the company’s plant in Dovrany. He was given a summary. He asked again, and in March he was sent 1,100 pages, which he read. “It’s not the lithium,” he said. “Everyone’s frightened of the lithium. It’s the solvent. They have had two spills in six years, and wrote both of them down, which is more than the dye works ever did. I want a second tank round the first tank. Then I’ll shut up.”

The company has added the second tank to all three plans. It costs 31 million. Ms Sandvik-Osei says that it was the cheapest good advice she has had.

## The price of a yes

Towns in this position usually pay in tax. Kelmouth has offered ten years without business rates. Tarring has offered twelve. Brough End, on the advice of a teacher of economics at its sixth-form college, has offered none.

Instead it has sent the company a contract. A third of the jobs are to go to people who live within fifteen kilometres. There are to be 60 apprentices a year. The plant’s waste heat, enough for 5,000 homes, is to be piped into the terraces at cost. For each of these that it delivers, Volta Orrin would get back a part of its rates; for any it fails, it pays them in full.

“They’d all been asking, what will you give us to come?” said the teacher, Dilip Carrowmore. “My second years asked, what would they pay us to be let in? It’s the same sum. But you stand up straighter.”

It is a risk. An adviser to the two other towns, who did not want to be named because he hopes for work from the third, called it “charming, and the sort of thing that loses by ten million”. Ms Sandvik-Osei would not say what the company thinks of it. She did say that the contract was shorter than the ones she is used to, and that she had understood it.

## What nobody says

Not everyone in the valley wants to win. The Reverend Joan Ekberg, who runs the food bank at Tarring, will vote for the plant if she is asked, and dreads it. “If it comes, all the people who were going to leave will stay. If it goes to Kelmouth, they’ll leave, and they’ll be angry. There are three towns and one plant. I have done that sum as well.”

There has been an attempt to avoid it. In April the three mayors met, in secret and in a carvery, to see whether they might bid together: the berth at one end, the sidings in the middle, the plant at the top and the heat shared. It failed over the name on the sign. They are to try again on Sunday.

Volta Orrin will announce its choice on the 2nd. At the Albion Mill someone has already been up a ladder to clean the face of the clock. It has said ten past four for 26 years. It still does, but one can read it now from the road.
`),
    picture: {
      drawing: 'battery-plant',
      alt: 'A red-brick mill and its chimney beside a river, terraces climbing the slope, and a long white factory hall beyond.',
      caption:
        'The Albion Mill at Brough End, with the plant drawn in where the town would like it. Drawing: Tribune',
    },
    tags: ['Kell valley', 'Jobs', 'Energy'],
    conversation: batteryTalk,
    prominence: 'lead',
  },
  {
    id: 49421,
    section: 'business',
    headline: 'Rents fall for a third month, but not where people moved',
    standfirst: 'The average is down by 1.2 per cent. Almost nobody is paying the average.',
    bylines: ['leila-amsel'],
    dateline: 'Strane',
    daysAgo: 4,
    time: '08:40',
    body: prose(`
Rents in the city fell in May for the third month running, the statistics office said on Thursday. A new tenancy of two rooms now costs 8,940 crowns a month, 1.2 per cent less than in February.

If you have not noticed, there is a reason. The fall comes almost wholly from the towers at Customs Quay, where 1,400 flats were finished at once and their owners are giving away a month, a bicycle or, in one case, a season ticket to the opera. Leave the Quay out, and rents rose by 2.3 per cent.

They rose most in the places to which people had gone to get away from rents. In Fennel Hill they are up by 6.8 per cent since last year, in Tolley by 7.1 and in Carrow, an hour away by train, by 9.4.

> The average tenant lives in a flat that is half empty tower and half damp basement. I have never met him.
> — Nils Okonkwo-Brandt, statistician

The office has for the first time published what sitting tenants pay as well. They are 71 per cent of all tenants and pay, on average, 22 per cent less than a newcomer next door. This, it suggests, is why so few of them move: the distance between the rent you have and the rent you would get is now worth 1,970 crowns a month. Economists call such people locked in. Ms Gerda Pell, who has had the same two rooms in Tannery Lane for 26 years, calls it “knowing my own mind”.

The council will decide in July whether to extend the register of rents to all private lettings. Landlords say that it would cost each of them a day a year. The tenants’ union says that a day sounds about right.
`),
    tags: ['Housing', 'Strane', 'Prices'],
    conversation: rentsTalk,
    prominence: 'second',
  },
  {
    id: 49427,
    section: 'business',
    headline: 'The accountant who reads footnotes for a living',
    standfirst:
      'Vera Stannard has foreseen four of the country’s last six big bankruptcies. Her method is to begin at the back and to go slowly.',
    bylines: ['leila-amsel'],
    dateline: 'Strane',
    daysAgo: 2,
    time: '11:00',
    body: prose(`
Vera Stannard owns two pairs of spectacles. One is for reading. The other, which is twice as strong, is for reading note 31.

“Companies do not lie in large type,” she said, in the office above a wool shop from which she sells a monthly letter to 212 subscribers. “In large type there is a photograph of a wind turbine. If they need to say something true that they would rather you did not know, the law makes them say it, but it does not say where.”

She was for 24 years an auditor, and left after being asked to make a paragraph “more restful”. Since then she has read about 300 annual reports a year, each of them from the last page to the first. Of the six largest bankruptcies in the country in that time she gave warning of four, on average nineteen months ahead. Of the other two she says that in one she had flu.

## What she looks for

She will say what she does, because, she says, nobody else can be bothered to do it:

1. She copies out every footnote that has changed since the year before, by hand. Typing is too quick.
2. She underlines each verb. “Expects” that used to be “will” is worth a telephone call.
3. She adds up the page numbers on which any one customer, bank or brother-in-law is mentioned.
4. She asks how the company would have to be arranged for every sentence to be true at once.

It was the fourth step that found Castellan Freight. Its accounts said that lorries were “available for the use of the group” and, 40 pages on, that the group had “access to capacity”. The only arrangement in which both were true was one in which the lorries had been sold to a man called Bertil. They had.

> Most frauds are not hidden. They are only dull. Dullness is the best lock there is, and I have the temperament for it.
> — Vera Stannard

Regulators read her letter. So, she believes, do at least nine finance directors, to judge by the adverbs. A chief executive who threatened last year to sue her over a paragraph about leases withdrew when she offered to send the judge her underlining.

She is 68 and has no successor. Several banks have offered to teach her method to a machine, and she gave one of them a year’s letters to try. The machine was quick, she says, and found eleven things she had missed. It also found a great many more that were not there. “It does not get bored,” she said, turning a page with the eraser of a pencil. “I get bored. And when I stop being bored, that’s the one.”
`),
    picture: {
      drawing: 'reading-lamp',
      alt: 'A red desk lamp lights an open ledger at night; a magnifying glass lies on the lines at the foot of the page.',
      caption: 'Above the wool shop: the second pair of spectacles is not shown. Drawing: Tribune',
    },
    tags: ['Accounts', 'People'],
    conversation: footnotesTalk,
    prominence: 'second',
  },
]
