'use client'

/** The last resort of private pages: it must need nothing that may be what failed. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Something went wrong here</h1>
          <p>It was noted. Try again in a moment.</p>
          <p>
            <a href="/">To the front page</a>
          </p>
        </main>
      </body>
    </html>
  )
}
