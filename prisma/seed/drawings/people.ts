import { area, circle, ellipse, ink, line, r } from './shapes'

export const skin = ['#8a5b3e', '#d6a57c', '#5a3a2a', '#c08458', '#e4bd98'] as const

/** Somebody standing, seen from far enough away that a coat is enough. */
export function standing(
  x: number,
  ground: number,
  height: number,
  look: { coat: string; legs?: string; face?: string; hair?: string; bag?: string; long?: true },
): string {
  const u = height / 100
  const hem = look.long ? 72 : 56
  const p = (dx: number, dy: number) => `${r(x + dx * u)} ${r(ground - (100 - dy) * u)}`
  const bag = look.bag ? area(`M${p(13, 56)}L${p(28, 56)}L${p(29, 76)}L${p(12, 76)}Z`, look.bag) : ''
  return (
    area(
      `M${p(-10, hem - 4)}L${p(-9, 100)}L${p(-1, 100)}L${p(0, hem)}L${p(2, 100)}L${p(10, 100)}L${p(11, hem - 4)}Z`,
      look.legs ?? ink.black,
    ) +
    area(
      `M${p(-5, 17)}Q${p(-14, 19)} ${p(-15, 30)}L${p(-16, 54)}L${p(-11, 54)}L${p(-12, hem)}L${p(12, hem)}L${p(11, 54)}L${p(16, 54)}L${p(15, 30)}Q${p(14, 19)} ${p(5, 17)}Z`,
      look.coat,
    ) +
    bag +
    circle(x, ground - 91 * u, 7.6 * u, look.face ?? skin[1]) +
    area(
      `M${p(-8, 11)}Q${p(-8, 0)} ${p(1, 0)}Q${p(9, 1)} ${p(8, 11)}Q${p(4, 4)} ${p(-8, 11)}Z`,
      look.hair ?? ink.black,
    )
  )
}

/** Somebody sitting, in profile, facing right; x is the back of the seat, `seat` its height on the page. */
export function sitting(
  x: number,
  seat: number,
  size: number,
  look: { coat: string; legs: string; face?: string; hair?: string; reach?: true; lookUp?: true },
): string {
  const u = size / 100
  const p = (dx: number, dy: number) => `${r(x + dx * u)} ${r(seat + dy * u)}`
  const headX = x + (look.lookUp ? 17 : 22) * u
  const arm = look.reach
    ? `M${p(16, -44)}L${p(32, -20)}L${p(60, -28)}`
    : `M${p(16, -44)}L${p(26, -14)}L${p(48, -12)}`
  return (
    line(`M${p(12, -8)}L${p(56, -8)}L${p(60, 44)}`, look.legs, r(17 * u)) +
    line(`M${p(60, 46)}h${r(14 * u)}`, ink.black, r(10 * u)) +
    area(
      `M${p(0, 2)}Q${p(-4, -48)} ${p(8, -62)}Q${p(26, -66)} ${p(30, -48)}Q${p(34, -20)} ${p(32, 2)}Z`,
      look.coat,
    ) +
    line(arm, look.coat, r(11 * u)) +
    line(`M${r(headX - 3 * u)} ${r(seat - 62 * u)}v${r(-8 * u)}`, look.face ?? skin[1], r(9 * u)) +
    ellipse(headX, seat - 82 * u, 13 * u, 15 * u, look.face ?? skin[1]) +
    area(
      `M${r(headX + 11 * u)} ${r(seat - 92 * u)}q${r(-8 * u)} ${r(-12 * u)} ${r(-20 * u)} ${r(-5 * u)}q${r(-10 * u)} ${r(8 * u)} ${r(-3 * u)} ${r(24 * u)}q${r(7 * u)} ${r(2 * u)} ${r(8 * u)} ${r(-12 * u)}q${r(8 * u)} ${r(-1 * u)} ${r(15 * u)} ${r(-7 * u)}Z`,
      look.hair ?? ink.black,
    )
  )
}
