import { StandingPageOf, standingMetadata } from '../standing'

export const generateMetadata = () => standingMetadata('terms')

export default function TermsPage() {
  return <StandingPageOf slug="terms" />
}
