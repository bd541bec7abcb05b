import { SanctionTold } from '@/app/(private)/sanction-told'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import type { SanctionAppealItem as Item } from '@/lib/moderation/queries-sanction-appeals'
import { say } from '@/messages/say'
import { recordOf } from '../record'
import { JudgeForm } from './judge-form'

/** An appeal against a sanction: what the person was told, their record, and what they say to it. */
export function SanctionAppealItem({ item, answer }: { item: Item; answer: string }) {
  const { id, reader, sanction, words, may, isOwn } = item
  return (
    <article
      aria-label={say('appeals.sanction.item', { name: reader.name })}
      className="min-w-0 rounded-[4px] border border-rule px-4 py-4"
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong dir="auto">{reader.name}</strong>
        <span className="text-small">
          {say('appeals.since', { date: '' })}
          <When at={item.createdAt} />
        </span>
      </p>
      <Meta>
        {recordOf(reader)}
        <span>
          {say('desk.joined', { date: '' })}
          <When at={reader.createdAt} />
        </span>
      </Meta>
      <h3 className="mt-4 font-[650] font-sans text-small tracking-normal">{say('appeals.sanction.told')}</h3>
      <div className="my-1 border-accent border-s-3 ps-3">
        <SanctionTold sanction={sanction} />
      </div>
      <h3 className="mt-4 font-[650] font-sans text-small tracking-normal">
        {say('appeals.sanction.words')}
      </h3>
      <p
        dir="auto"
        className="my-1 whitespace-pre-line border-hold border-s-3 ps-3 font-serif text-comment [overflow-wrap:anywhere]"
      >
        {words}
      </p>
      {may === 'yes' ? (
        <JudgeForm
          action={`/api/admin/appeals/sanctions/${id}/judge`}
          {...{ isOwn, answer }}
          overturn={say('appeals.sanction.overturn')}
          uphold={say('appeals.sanction.uphold')}
        />
      ) : (
        <p className="mt-4 text-quiet">
          {may === 'own-comment' ? say('appeals.sanction.own-comment') : say('appeals.own-decision')}
        </p>
      )}
    </article>
  )
}
