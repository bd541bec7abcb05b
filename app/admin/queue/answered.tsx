/** The beginning of what a comment answers. */
export function Answered({ text }: { text: string }) {
  return (
    <blockquote
      dir="auto"
      className="my-3 line-clamp-3 border-rule border-s-2 ps-3 font-serif text-quiet [overflow-wrap:anywhere]"
    >
      {text}
    </blockquote>
  )
}
