import { picturePath, pictureWidths, widthsOf } from '@/lib/articles/picture-files'
import type { ListedPicture } from '@/lib/newsroom/queries-pictures'

const frames = {
  small: { width: pictureWidths[1], className: 'aspect-4/3 w-full bg-wash object-contain' },
  large: { width: pictureWidths[3], className: 'h-auto max-h-[70vh] w-full bg-wash object-contain' },
}

/** A picture as the newsroom sees it, whether anyone else may or not. Its words stand beside it. */
export function StaffPicture({ picture, size }: { picture: ListedPicture; size: keyof typeof frames }) {
  const { hash, width, height, key } = picture
  const { width: wanted, className } = frames[size]
  const offered = widthsOf(picture).findLast((each) => each <= wanted) ?? pictureWidths[0]
  return (
    <img
      src={picturePath(hash, offered, 'webp', key)}
      width={width}
      height={height}
      alt={size === 'large' ? picture.alt : ''}
      loading="lazy"
      decoding="async"
      className={className}
    />
  )
}
