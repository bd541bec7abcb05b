/** The site's sign, as in public/icon.svg. */
export const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#16181d"/><path d="M6.5 8h19v5h-2.2l-.7-2.6h-4.9v12.4l2.4.6V25h-8.2v-1.6l2.4-.6V10.4H9.4L8.7 13H6.5z" fill="#fffefb"/><path d="M6.5 27.5h19" stroke="#d9574c" stroke-width="1.6"/></svg>'

/** The sign inside the page: smaller than the headers of a request for it. */
export const iconAddress = `data:image/svg+xml,${encodeURIComponent(iconSvg)}`
