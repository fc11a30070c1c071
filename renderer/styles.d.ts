/** A style module gives the names of its classes. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

/** Style sheets are bundled by Vite; importing one has no value. */
declare module '*.css'
