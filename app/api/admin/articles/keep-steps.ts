import { z } from 'zod'
import { keptText } from '@/app/(private)/kept-text'
import { readKept } from '@/app/admin/articles/[id]/typed-move'
import { placeFor } from '@/lib/comments/pending'
import { keepForLater, letGo } from '../../kept-text'
import type { Fields } from '../../read-fields'

const fields = z.record(z.string(), z.string())
const steps = z.object({ kind: fields.optional(), text: fields.optional() })
type Steps = z.infer<typeof steps>
export type TypedStep = keyof Steps

/** Keeps what was typed in a step of a correction, beside what is kept of the other; false when it could not be. */
export async function keepStep(
  articleId: number,
  step: TypedStep,
  // The editor's names of paragraphs are found again by what stands there.
  { bodyIds: _, ...typed }: Fields,
  editor: { id: number } | null,
): Promise<boolean> {
  return keep(articleId, { ...(await keptSteps(articleId)), [step]: typed }, editor)
}

/** A step was taken: what was kept of it goes, and what was kept of the other stays. */
export async function letStepGo(articleId: number, step: TypedStep, editor: { id: number }): Promise<void> {
  const { [step]: taken, ...others } = await keptSteps(articleId)
  if (!taken) return
  // Where the others cannot be kept anew, all of them stay.
  if (Object.keys(others).length > 0) await keep(articleId, others, editor)
  else await letGo(placeFor('correction', articleId))
}

async function keep(articleId: number, kept: Steps, editor: { id: number } | null): Promise<boolean> {
  const text = { ...placeFor('correction', articleId), body: JSON.stringify(kept), about: null }
  return keepForLater(text, editor, new Date())
}

async function keptSteps(articleId: number): Promise<Steps> {
  const kept = await keptText('correction')
  return (kept?.commentId === articleId && readKept(kept.body, steps)) || {}
}
