### What the command line says of care for people: what is out of general view, consents, erasure.

command-worry-about = Says that you are worried about somebody: the item leaves general view at once and joins the queue. Nothing is sent
command-worry-example = {"  "}ymateb worry removing-profit R-00042 --by "A. Reader" --because "may be at risk at home"
    {"  "}ymateb worry removing-profit R-00042 --by "S. Lead" --referred --note "duty team, 14:30"
    {"  "}ymateb worry removing-profit R-00042 --by "S. Lead" --confirmed
    {"  "}ymateb worry removing-profit R-00042 --by "S. Lead" --close --because "the local authority has it in hand"
command-worry-question = Only the answer to this question; the whole response when not given
command-worry-by = Who is worried, or who did the step
command-worry-because = Why, in your own words and never the respondent's
command-worry-note = A word more about it, in your own words
command-worry-referred = It was reported to the local authority or the police (for leads)
command-worry-confirmed = The report was confirmed in writing (for leads)
command-worry-acknowledged = The report was acknowledged (for leads)
command-worry-close = Nothing more is to be done (for leads); the item stays out of general view until it is released
command-worry-at = When it was done, if not now: 2026-11-27T14:30:00Z
command-worries-about = Lists worries with their clocks: confirmed in writing within 24 hours, acknowledged within seven working days
command-worries-example = {"  "}ymateb worries removing-profit
    {"  "}ymateb worries removing-profit --as "S. Lead" --json
command-worries-lead = Who asks: a lead named in consultation.toml sees reasons and the log
command-worries-all = Also those that are closed
command-worries-now = The moment that the clocks are read at, if not now
command-restrict-about = Takes a response, or one answer of it, out of general view for a reason of another kind
command-restrict-example = {"  "}ymateb restrict removing-profit R-00042 --kind foi --by "A. Official" --because "request of 3 November"
command-restrict-kind = Why: safeguarding, legal, foi, withdrawn (no longer analysed), other
command-restrict-question = Only the answer to this question
command-restrict-by = Who takes it out
command-restrict-because = Why, in your own words and never the respondent's
command-release-about = Brings a response, or one answer of it, back into general view
command-release-example = {"  "}ymateb release removing-profit R-00042 --kind foi --by "A. Official" --because "request answered"
command-release-kind = Which restriction, where there are several
command-release-question = Only that of the answer to this question
command-release-by = Who brings it back; a lead, where somebody was worried
command-release-because = Why, in your own words
command-consent-about = Writes down what a respondent allows now; a later reading of the same file does not undo it
command-consent-example = {"  "}ymateb consent removing-profit R-00042 --quote no --publish no --by "A. Official" --because "asked by e-mail on 3 November"
command-consent-publish = Whether the response may be published
command-consent-named = Whether the respondent may be named
command-consent-quote = Whether words may be quoted
command-consent-reach = Whether we may get in touch with the respondent
command-consent-by = Who writes it down
command-consent-because = Why, in your own words
argument-lead = Who asks: a lead named in consultation.toml; that they read it is logged
argument-restricted = Only what is out of general view (for leads)

restriction-safeguarding = safeguarding
restriction-legal = legal
restriction-foi = request for information
restriction-withdrawn = withdrawn
restriction-other = other reason

care-restrict = raised
care-release = back in general view
care-note = note
care-referred = reported
care-confirmed = confirmed in writing
care-acknowledged = acknowledged
care-close = closed
care-seen = read

worry-open = open
worry-referred = reported
worry-confirmed = confirmed in writing
worry-acknowledged = acknowledged
worry-closed = closed

restrict-done = { $response } is out of general view ({ $kind }): search, reports, exports and quotations do not show it.
restrict-done-answer = The answer of { $response } to question { $question } is out of general view ({ $kind }): search, reports, exports and quotations do not show it.
restrict-again = { $response } was out of general view already ({ $kind }); what you say was added to its log.
restrict-reports-gone = The reports were taken away, because they may quote it and cannot be built again while the ledger does not balance.
restrict-none = { $response } is not out of general view for that reason; `ymateb worries` lists what is
restrict-which = { $response } is out of general view for several reasons: { $kinds }; say which with --kind
release-done = { $response } is back in general view.
worry-next = { $leads ->
    [0] Nobody is named as a lead: add `leads = ["…"]` to consultation.toml, and tell your safeguarding lead yourself. If somebody is in danger now, ring 999. `ymateb worries { $name }` shows the queue.
    *[other] Tell your safeguarding lead: nothing was sent. If somebody is in danger now, ring 999. `ymateb worries { $name }` shows the queue.
}
worry-none = nobody is worried about { $response } in the queue; raise it with --by alone
worry-is-closed = { $response } is closed; raise it again if there is more to see to
worry-kept = { $response }: { $step }.
worry-still-hidden = It stays out of general view; `ymateb release { $name } { $response }` brings it back.
worries-count = { $n ->
    [0] No worry is open.
    [one] One worry is open.
    *[other] { $n } worries are open.
}
worry-confirm = { $late ->
    [yes] NOT CONFIRMED IN WRITING: it was due by { $by }
    *[other] to be confirmed in writing by { $by }
}
worry-acknowledge = { $late ->
    [yes] NOT ACKNOWLEDGED: ask after it; the last day was { $by }
    *[other] if nobody acknowledges it by { $by }, ask after it
}
restricted-count = { $n ->
    [one] One more item is out of general view:
    *[other] { $n } more items are out of general view:
}
restricted-since = since { $at }, by { $person }
not-a-lead = `{ $person }` is not named as a lead; { $file } names them: leads = ["…"]
not-own-words = this repeats words of the respondent; say it in your own, because logs and queues are read by others
show-restricted = { $response } is out of general view ({ $kind }). A lead named in consultation.toml reads it with --as.
show-restricted-answer = (out of general view: { $kind })
out-of-view = { $n ->
    [one] One response, or part of it, is out of general view and not shown.
    *[other] { $n } responses, or parts of them, are out of general view and not shown.
}
out-of-view-found = { $n ->
    [one] One answer out of general view
    *[other] { $n } answers out of general view
}
decide-out-of-view = this answer of { $response } is out of general view; it can be decided on when it is back
consent-kept = What { $response } allows was written down.
consent-which = say what changes: --publish, --named, --quote or --reach, each `yes` or `no`
consent-changed = { $at }, { $person }: publish { $publish ->
    [same] as it was
    [yes] yes
    *[no] no
  }, name { $name ->
    [same] as it was
    [yes] yes
    *[no] no
  }, quote { $quote ->
    [same] as it was
    [yes] yes
    *[no] no
  }, get in touch { $reach ->
    [same] as it was
    [yes] yes
    *[no] no
  } ({ $because })

command-forget-about = Takes every word of a respondent out of originals, store, index, reports and free pages, and writes a certificate
command-forget-example = {"  "}ymateb forget removing-profit R-00042 --by "D. Officer" --because "asked by e-mail" --date 2026-11-03
command-forget-by = Who erases
command-forget-because = Why, in your own words and never the respondent's
command-forget-date = When the respondent asked
command-forget-after_date_because = Why it is done although the last day for it has passed
command-forget-json = The certificate as one JSON document on standard output

forget-too-late = The last day on which people could take their words back was { $day } (`withdraw_until` in consultation.toml). Nothing was erased; if it is to be done all the same, say why with --after-date-because.
forget-held = { $response } must not be erased while a hold stands ({ $kinds }). It is restricted instead: nobody works with it, and it counts no more. When the hold is lifted, ask again.
forget-before = { $response } was erased on { $day }; the certificate is { $path }.
forget-met = But { $file } holds the words again ({ $place }): take the record out of it, and run again.
forget-resumed = An erasure that was broken off is finished now: { $erasure }, { $path }.

certificate-title = Certificate of erasure { $erasure }
certificate-what = On { $day }, { $person } erased the words of the respondent of { $responses } from the consultation { $name }.
certificate-because = Reason: { $because }
certificate-asked = The respondent asked on { $day }.
certificate-items = Responses and submissions: { $n }
certificate-answers = Answers, with what they repeated or were signed with: { $n }
certificate-tags = Tags found in them: { $n }
certificate-decisions = Decisions about them, whose quoted words are gone: { $n }
certificate-cut = Originals out of which the records were cut: { $n }
certificate-removed = Originals that held nothing else and were taken away: { $n }
certificate-rebuilt = The search index, the reports and the database's free pages hold them no more.
certificate-ledger = The account now: { $received } received = { $analysed } analysed + { $merged } merged + { $aside } set aside (with those erased). { $balanced ->
    [yes] It balances.
    *[no] IT DOES NOT BALANCE.
}
certificate-remains = Where copies may remain
certificate-file = { $file }: it still holds words of theirs, because it holds others' words too and cannot be cut for certain, or repeats them. Take them out by hand, or have it sent again without them.
certificate-unsearched = The work was broken off and finished later, so files beside those named were not searched for words that they might repeat.
certificate-published = Reports that were published or sent before may quote them.
certificate-backups = Backups and earlier versions of this folder hold them until they are deleted in their turn.
certificate-exports = Files exported before, and whatever was made of them, lie outside this folder.
certificate-disk = The bytes were overwritten or given back to the file system; a disk or its snapshots may keep them for a time.

command-access-about = Puts everything held about one respondent into one package, for an answer to who asked for it
command-access-example = {"  "}ymateb access removing-profit R-00042 --by "D. Officer" --out R-00042.zip
command-access-by = Who answers the request; a lead, where anything of the respondent is out of general view
command-access-out = The package to write
command-retention-about = Lists what is due for deletion and when, what was taken back and still lies here, and what a hold keeps
command-retention-example = {"  "}ymateb retention removing-profit
command-retention-now = The moment that it is read at, if not now

access-title = What is held about the respondent of { $response }
access-done = { $path }: responses { $n }. Read it before you hand it on: it may speak of other people.
retention-unset = Nobody said how long this is kept: add `keep_until = 2029-12-31` to consultation.toml.
retention-until = Everything here is kept until { $day }.
retention-overdue = Everything here was to be kept until { $day }, and is due for deletion.
retention-withdraw = People may take their words back until { $day }.
retention-withdrawn = { $response } was taken back on { $day } and still lies here: `ymateb forget` erases it.
retention-held = { $response } is held since { $day } ({ $kind }).
