import { StandingPageOf, standingMetadata } from '../standing'

export const generateMetadata = () => standingMetadata('privacy')

export default function PrivacyPage() {
  return <StandingPageOf slug="privacy" />
}
