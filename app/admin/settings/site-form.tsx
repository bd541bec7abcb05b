import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { mostSlowSeconds } from '@/lib/moderation/commands-modes'
import type { SiteModes } from '@/lib/moderation/queries-modes'
import { say } from '@/messages/say'
import { DaysField, ModeFields, modes, NumberField } from './mode-fields'
import { RehearseButton } from './rehearsed'

type Props = { site: SiteModes; mayChange: boolean; children: ReactNode }

/** What the whole site goes by, and what slows a conversation by itself. */
export function SiteForm({ site, mayChange, children }: Props) {
  return (
    <section aria-labelledby="site" className="mt-9 max-w-measure border-rule border-t pt-6">
      <h2 id="site" className="mb-2 text-brief">
        {say('settings.site')}
      </h2>
      <form method="post" action="/api/admin/settings">
        <fieldset disabled={!mayChange}>
          <legend className="sr-only">{say('settings.site')}</legend>
          <ModeFields choices={modes} mode={site.mode} />
          <div className="max-w-60">
            <DaysField id="site-days" days={site.closesAfterDays} hint={say('settings.days.hint')} />
          </div>
          <h3 className="font-sans font-semibold text-base tracking-normal">{say('settings.heat')}</h3>
          <p className="text-quiet text-small">{say('settings.heat.text')}</p>
          <div className="grid gap-x-6 desk:grid-cols-3">
            <NumberField
              name="heatComments"
              label={say('settings.heat.comments')}
              hint={say('settings.heat.comments.hint')}
              number={site.heatComments}
              pattern="[0-9]{0,5}"
            />
            <NumberField
              name="heatPercent"
              label={say('settings.heat.percent')}
              hint={say('settings.heat.percent.hint')}
              number={site.heatPercent}
              pattern="[0-9]{0,3}"
            />
            <NumberField
              name="heatSeconds"
              label={say('settings.heat.seconds')}
              hint={say('settings.heat.seconds.hint', { most: mostSlowSeconds })}
              number={site.heatSeconds}
              pattern="[0-9]{1,4}"
            />
          </div>
        </fieldset>
        {children}
        {mayChange ? (
          <p className="flex flex-wrap gap-3">
            <Button type="submit">{say('settings.save')}</Button>
            <RehearseButton of="site" />
          </p>
        ) : (
          <p className="text-quiet">{say('settings.editorsOnly')}</p>
        )}
      </form>
      {site.by !== null && site.createdAt && (
        <Meta className="mt-3">
          <span>
            <bdi>{say('settings.by', { by: site.by })}</bdi> <When at={site.createdAt} />
          </span>
        </Meta>
      )}
    </section>
  )
}
