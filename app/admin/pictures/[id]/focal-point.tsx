'use client'

import { type MouseEvent, type ReactNode, useRef } from 'react'

/** Fills in the focal point's two fields from the place somebody points at. The fields themselves are for everybody else. */
export function FocalPoint({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const point = ({ clientX, clientY }: MouseEvent) => {
    const image = frame.current?.querySelector('img')
    if (!image) return
    const box = image.getBoundingClientRect()
    // The picture stands in the middle of its box, whole.
    const scale = Math.min(box.width / image.naturalWidth, box.height / image.naturalHeight)
    fill('focalX', clientX - box.left, box.width, image.naturalWidth * scale)
    fill('focalY', clientY - box.top, box.height, image.naturalHeight * scale)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the two fields do the same
    <div ref={frame} onClick={point} className="cursor-crosshair">
      {children}
    </div>
  )
}

function fill(name: string, at: number, room: number, shown: number): void {
  const input = document.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  const share = (at - (room - shown) / 2) / shown
  if (input) input.value = String(Math.round(Math.min(1, Math.max(0, share)) * 100))
}
