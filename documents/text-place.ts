/** The place in the page of status 503 where a text is given back. The site's own page (components/error-page.tsx) has it too. */
export const textPlace = '<div data-text-given-back="true"></div>'
