import { StandingPageOf, standingMetadata } from '../standing'

export const generateMetadata = () => standingMetadata('about')

export default function AboutPage() {
  return <StandingPageOf slug="about" />
}
