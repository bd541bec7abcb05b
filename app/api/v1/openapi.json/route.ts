import { openApi } from '@/lib/api/openapi'
import { site } from '@/lib/site'
import { answerProgram, said } from '../answer'

export function GET(request: Request) {
  return answerProgram(request, async () => said(openApi(site())))
}
