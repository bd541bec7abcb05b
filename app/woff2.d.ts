/** The address of a font file on this site. */
declare module '*.woff2' {
  const address: string
  export default address
}
