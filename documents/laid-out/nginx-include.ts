import type { HeaderList } from '../policy'

/**
 * What nginx is told of laid-out documents, to stand in a server of deploy/nginx/tribune.conf in the place of its `location
 * /`: where they lie, and what they say. `headers` have a Content-Type, for which nginx has a word of its own.
 */
export function nginxInclude(pages: string, headers: HeaderList): string {
  const pairs = headers.flatMap((name, index) => {
    const value = headers[index + 1]
    return index % 2 === 0 && value !== undefined ? [[name, value] as const] : []
  })
  const type = pairs.find(([name]) => name === 'Content-Type')?.[1] ?? 'text/html'
  const added = pairs.filter(([name]) => name !== 'Content-Type')
  return `# Written by Tribune at its start: docs/operating.md, "Files for nginx", says where a copy of it goes.

location / {
    root ${quoted(pages)};
    try_files "$tribune_page.$tribune_coding" @application;
    # What was removed is served for a second at the most.
    open_file_cache_valid 1s;
    # The head is longer than the usual 1460, beyond which it would leave in a call of its own.
    postpone_output 64k;
    # It was there a moment ago.
    error_page 403 404 = @application;
    log_not_found off;
    access_log off;

    types {}
    default_type ${quoted(type)};
    # A file's time is made from its bytes, for the sake of the ETag, and no date.
    if_modified_since off;
    add_header Last-Modified "";
    max_ranges 0;
    add_header Content-Encoding $tribune_coding;
    add_header Cache-Status "nginx; hit; detail=file";
${added.map(([name, value]) => `    add_header ${name} ${quoted(value)};`).join('\n')}
}
`
}

/** nginx knows no way to write a dollar sign in a value that it does not take for a variable's. */
function quoted(value: string): string {
  if (/[$\r\n]/.test(value)) throw new Error(`nginx cannot be told to say ${value}`)
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
