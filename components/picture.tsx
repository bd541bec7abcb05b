import type { PublicPicture } from '@/lib/articles/queries'

/** A picture with its words. Those below the fold wait until they are near. */
export function Picture({
  picture,
  first = false,
  withCaption = true,
}: {
  picture: PublicPicture
  first?: boolean
  withCaption?: boolean
}) {
  const { src, width, height, alt, caption, credit } = picture
  return (
    <figure>
      <img
        src={src}
        width={width}
        height={height}
        alt={alt}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
        decoding="async"
        className="h-auto w-full bg-wash"
      />
      {withCaption && (
        <figcaption className="mt-1.5 font-sans text-quiet text-tiny">
          {[caption, credit]
            .filter((part) => part && !(part === credit && caption?.includes(credit)))
            .join(' ')}
        </figcaption>
      )}
    </figure>
  )
}
