import type { ReactNode } from 'react'

/** A sentence with names in braces in the places where something else is to stand: a link, a time. */
export function Sentence({ text, parts }: { text: string; parts: Record<string, ReactNode> }) {
  return text
    .split(/\{(\w+)\}/)
    .map((piece, index) => <span key={index}>{index % 2 === 0 ? piece : (parts[piece] ?? '')}</span>)
}
