-- A value of an enum can only be used once the migration that adds it stands: the next one does.
ALTER TYPE "SanctionKind" ADD VALUE 'warn' BEFORE 'ban';
ALTER TYPE "SanctionKind" ADD VALUE 'review' BEFORE 'ban';
ALTER TYPE "SanctionKind" ADD VALUE 'slow' BEFORE 'ban';
ALTER TYPE "SanctionKind" ADD VALUE 'suspend' BEFORE 'ban';
