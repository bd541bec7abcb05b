import { StandingPageOf, standingMetadata } from '../standing'

export const generateMetadata = () => standingMetadata('contact')

export default function ContactPage() {
  return <StandingPageOf slug="contact" />
}
