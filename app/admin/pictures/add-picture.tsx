import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { say } from '@/messages/say'
import { PictureDrop } from './picture-drop'
import { problemSentences } from './picture-problems'

const megabytes = 25

/** Adds one picture by a plain form; with scripts, any number of them are dropped or pasted. */
export function AddPicture({ problem }: { problem: string | null }) {
  const sentences = problemSentences()
  return (
    <section id="add" aria-labelledby="add-title" className="mt-10 max-w-xl border-rule border-t pt-5">
      <h2 id="add-title" className="text-second">
        {say('pictures.add')}
      </h2>
      {problem !== null && sentences[problem] && (
        <Notice kind="problem" title={say('pictures.problem')}>
          <p>{sentences[problem]}</p>
        </Notice>
      )}
      <form action="/api/admin/pictures" method="post" encType="multipart/form-data">
        <Field
          name="picture"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          required
          label={say('pictures.file')}
          hint={say('pictures.fileHint', { megabytes })}
        />
        <Field
          name="alt"
          dir="auto"
          maxLength={500}
          label={say('pictures.alt')}
          hint={say('pictures.altHint')}
        />
        <Field
          name="credit"
          dir="auto"
          maxLength={500}
          label={say('pictures.credit')}
          hint={say('pictures.creditHint')}
        />
        <Button type="submit">{say('pictures.send')}</Button>
      </form>
      <PictureDrop
        words={{
          drop: say('pictures.drop'),
          sending: say('pictures.sending', { name: '{name}', percent: '{percent}' }),
          problem: say('pictures.problem'),
          problems: sentences,
        }}
      />
    </section>
  )
}
