import { cloud, cuts, hills, sky, sun, trees } from './land'
import { area, at, circle, dice, ellipse, ink, line, times } from './shapes'

/** The hill stage, going round the lambs. */
export function hillRace(): string {
  const next = dice(101)
  const riders = [
    [250, 634, 1.5],
    [356, 606, 1.42],
    [430, 586, 1.36],
    [556, 540, 1.2],
    [618, 514, 1.12],
  ] as const
  const jerseys = [ink.accent, ink.ochre, ink.navy, ink.paper, ink.rust]
  const flock = [
    [850, 560],
    [900, 612],
    [1000, 556],
    [1060, 620],
    [1130, 570],
    [960, 650],
  ] as const
  return [
    sky(next, 330, [ink.pale, ink.paper, ink.bone, '#efe0b8']),
    sun(170, 130, 54, ink.ochre),
    cloud(480, 84, 300, ink.paper),
    cloud(860, 66, 260, ink.paper),
    hills(next, 260, 36, ink.mist, 500, 220),
    hills(next, 320, 34, '#8fa08f', 560, 260),
    area('M-10 675V430Q220 330 470 370T860 250Q1040 200 1210 260V675Z', ink.moss),
    area('M-10 675V520Q220 420 520 440T1210 400V675Z', '#6a7a4e'),
    area(
      'M-10 650Q300 610 520 545Q760 470 700 420Q640 390 760 350Q900 306 850 276L862 272Q940 310 800 360Q700 396 760 424Q840 480 580 580Q360 670 120 690H-10Z',
      ink.bone,
    ),
    line('M-10 668Q320 640 550 562Q800 478 730 422Q670 392 780 354Q916 308 856 274', ink.stone, 2.5, '16 14'),
    line('M640 675Q700 560 1210 480M700 660Q880 560 1210 520', '#556340', 4),
    cuts(next, [0, 440, 500, 120], 50, '#556340', { length: 14, rise: -8, width: 3 }),
    cuts(next, [860, 330, 320, 120], 40, '#6a7a4e', { length: 14, rise: -8, width: 3 }),
    times(8, (i) =>
      trees([30 + i * 62 + next() * 20], 442 - i * 9 + next() * 10, 54 + next() * 26, {
        crown: ink.pine,
        lit: '#54695a',
        trunk: ink.black,
      }),
    ),
    flock.map(([x, y], i) => at(x, y, sheep(i % 3 === 1), i % 3 === 1 ? 0.75 : 1.25)).join(''),
    riders.map(([x, y, size], i) => at(x, y, rider(jerseys[i] ?? ink.accent), size, -16)).join(''),
    line('M640 675V620M700 675V606M760 675V600M640 640L760 618', '#3c3226', 6),
  ].join('')
}

function rider(jersey: string): string[] {
  return [
    line('M-20 -12a12 12 0 1 0 .1 0M22 -12a12 12 0 1 0 .1 0', ink.black, 3),
    line('M-20 0L-8 -22H16L2 0L-8 -22M2 0H-20M22 0L15 -26', ink.black, 2.5),
    line('M-10 -28L8 -18L0 -2', ink.black, 6),
    line('M-10 -32L10 -40L16 -26', jersey, 9),
    circle(16, -48, 6.5, '#d6a57c'),
    area('M8 -50q2 -9 10 -8q8 1 8 7z', jersey),
  ]
}

function sheep(lamb: boolean): string[] {
  return [
    line('M-12 0V16M-6 0V16M8 0V16M14 0V16', ink.black, 3.5),
    ellipse(0, -4, 22, 14, ink.paper),
    circle(-12, -10, 9, ink.paper),
    circle(8, -13, 9, ink.paper),
    ellipse(24, -10, 8, 6, lamb ? ink.bone : ink.black),
    line('M20 -15l-6 -3', lamb ? ink.bone : ink.black, 4),
  ]
}
