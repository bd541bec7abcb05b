export const usage = `tribune: the newsroom's command line. It works while the site runs, and without it.

  tribune import FILE…              publish wire pages, each whole or not at all
      --dry-run                     say what would happen; write nothing
      --timezone ZONE               the zone of their times (default: SITE_TIMEZONE)
      --section SLUG                where to publish (default: World, or the first section)
      --quiet                       only the outcome of each file

  tribune users list                everyone with an account (--role ROLE for some)
  tribune users create EMAIL        --name NAME [--role reader|moderator|editor|administrator] [--password PASSWORD]
  tribune users reset-password EMAIL [--password PASSWORD]
  tribune users role EMAIL ROLE
  tribune users ban EMAIL --reason TEXT [--days N]
  tribune users unban EMAIL

  tribune conversation ID           how readers talk under an article; what is not named stays as it is
      --mode questions|comments     questions to guests, or comments
      --guest HANDLE=TITLE          somebody who answers, and as what (again for more)
      --no-guest HANDLE             answers no longer as a guest
      --close, --open               no more is taken; it is again

  tribune restart                   builds what changed and replaces the running site's workers; no request is lost

  tribune db diff [--name INTENT]   the SQL from the migrations to prisma/schema.prisma; with a name, as the next migration

Without --password a random one is made and printed once. Settings come from the same variables as the site's.
`
