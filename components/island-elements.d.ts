import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Island<More = object> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & More

// The custom elements of islands/: markup that works, and that the browser's script makes nicer.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tribune-viewer': Island
      'tribune-talk': Island<{ article: number; roots: string; mark: string | undefined; branch?: number }>
      'tribune-composer': Island<{ longest: number; near: number; article?: number }>
      'tribune-times': Island
      'tribune-read': Island<{ article: number; version: number }>
      'tribune-suggest': Island
      'tribune-share': Island
    }
  }
}
