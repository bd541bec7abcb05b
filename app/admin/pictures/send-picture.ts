export type SentPicture = {
  id: number
  hash: string
  alt: string
  credit: string
  width: number
  height: number
}
export type Sending = { ok: true; picture: SentPicture } | { ok: false; error: string }

/** Sends a file to the library, telling how far it is, from nought to one. Never rejects. */
export function sendPicture(file: File, onProgress: (share: number) => void): Promise<Sending> {
  return new Promise((resolve) => {
    // `fetch` does not tell how much of a body has gone.
    const request = new XMLHttpRequest()
    request.open('POST', '/api/admin/pictures')
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer: unknown = request.response
      if (request.status < 300 && isSent(answer)) resolve({ ok: true, picture: answer })
      else if (request.status === 413) resolve({ ok: false, error: 'too-large' })
      else resolve({ ok: false, error: request.status === 503 ? 'away' : errorIn(answer) })
    }
    request.onerror = () => resolve({ ok: false, error: 'away' })
    const form = new FormData()
    form.append('picture', file)
    request.send(form)
  })
}

/** The pictures among what is dropped or pasted. */
export function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
}

function isSent(answer: unknown): answer is SentPicture {
  return typeof answer === 'object' && answer !== null && 'hash' in answer && 'id' in answer
}

function errorIn(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'error' in answer
    ? String(answer.error)
    : 'not-read'
}
