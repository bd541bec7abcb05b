-- The sender asks for the kinds it knows, four times a minute: what is left for later is not gone through each time.
CREATE INDEX "Outbox_waiting_kind" ON "Outbox" (kind, "availableAt", id) WHERE "doneAt" IS NULL;
