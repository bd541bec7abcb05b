import type { SectionRefusal } from '@/lib/newsroom/commands-sections'
import type { Outcome } from '@/lib/outcome'
import { answerHouse } from '../answer-house'

/** What became of a change of the sections. */
export function answerSection(
  request: Request,
  changed: Outcome<{ id: number }, SectionRefusal | { error: 'bad-fields' }>,
  done: 'added' | 'changed' | 'moved',
): Response {
  return answerHouse(request, changed, {
    page: '/admin/sections',
    done,
    fragment: ({ id }) => `#section-${id}`,
  })
}
