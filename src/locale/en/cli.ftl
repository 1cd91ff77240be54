### What the command line says.

help-usage = Usage
help-options = Options
help-arguments = Arguments
help-commands = Commands
help-command = COMMAND
help-example = Example

ymateb-about = Analyses public consultations in English and Welsh: collects responses, tags themes with evidence, searches, and writes the summary of responses. Nothing leaves this machine unless you ask for it.
ymateb-example = {"  "}ymateb run                                   everything, for every consultation in corpus/
    {"  "}ymateb search removing-profit foster carers moving
command-run-about = Does everything that is out of date, for every consultation in corpus/ or those named: collect, tag, index, report
command-run-example = {"  "}ymateb run removing-profit
command-new-about = Drafts a consultation from what its files look like, ready to run
command-new-example = {"  "}ymateb new taxis --from export.csv
command-ingest-about = Collects responses: the files, folders or addresses named, then all that lies in received/
command-ingest-example = {"  "}ymateb ingest removing-profit letter.txt
command-ledger-about = The account of everything received: analysed, merged, or set aside with a reason
command-ledger-example = {"  "}ymateb ledger removing-profit
command-tag-about = Tags answers with the coding frame; with --frame, tags JSON Lines from standard input
command-tag-example = {"  "}ymateb tag --frame frame.toml < answers.jsonl
command-index-about = Brings the search index up to date
command-index-example = {"  "}ymateb index removing-profit
command-campaigns-about = Lists campaigns, responses that share a template, and keeps what a person decides about them; without a name, finds them in JSON Lines from standard input
command-campaigns-example = {"  "}ymateb campaigns removing-profit
    {"  "}ymateb campaigns removing-profit accept 1 --by "A. Coder"
    {"  "}ymateb campaigns removing-profit name 1 "Care Alliance letter" --by "A. Coder"
    {"  "}ymateb campaigns removing-profit link 1 2 --by "A. Coder"
    {"  "}ymateb campaigns removing-profit out 1 R-00042 --by "A. Coder"
    {"  "}ymateb campaigns < answers.jsonl
command-campaigns-verb = It is a campaign, or none; it has a name; it is one with others (the same letter in two languages), or not; responses belong to it, or not; the last decision about it is taken back
command-campaigns-campaign = Number of the campaign, then what the decision needs: other campaigns, references, or the name
command-search-about = Finds passages in either language, and says who, where, and whether they may be quoted
command-search-example = {"  "}ymateb search removing-profit '"foster carers" move* theme:T10' --type "local authority"
command-show-about = Shows one response whole, with its tags and where it came from
command-show-example = {"  "}ymateb show removing-profit R-00042
command-report-about = Writes the summary of responses
command-report-example = {"  "}ymateb report removing-profit --language cy --format html
command-trace-about = From a figure in a report to the answers behind it
command-trace-example = {"  "}ymateb trace removing-profit question:1.2/theme:T03.1
command-export-about = Writes responses, tags, the coding frame or the ledger for other programs
command-export-example = {"  "}ymateb export removing-profit --what tags --format csv
command-decide-about = Accepts, rejects or adds a theme, as a person; the decision stays when answers are tagged again
command-decide-example = {"  "}ymateb decide removing-profit R-00042 reject T03.1 --question 1.2 --by "A. Coder"
command-duplicates-about = Lists submissions that may be one response, with evidence, and those that were merged and why
command-duplicates-example = {"  "}ymateb duplicates removing-profit
command-merge-about = Merges one submission into another, as a person: they count as one response
command-merge-example = {"  "}ymateb merge removing-profit R-00017 --into R-00003 --by "A. Coder"
command-apart-about = Keeps two submissions apart, as a person: they count as two responses
command-apart-example = {"  "}ymateb apart removing-profit R-00017 R-00003 --by "A. Coder"
command-assign-about = Says which passage of a letter answers which question, as a person; with --undo, takes that back
command-assign-example = {"  "}ymateb assign removing-profit --response R-00012 --question 1.6 --words "Two years … too short." --by "A. Coder"
command-language-about = Adds the language to each line of JSON Lines from standard input
command-language-example = {"  "}ymateb language < answers.jsonl
command-read-about = Shows what is read out of a file: its words with their places, or its rows
command-read-example = {"  "}ymateb read letter.pdf
command-redact-about = Adds where personal data stands, and the text without it, to each line of JSON Lines from standard input
command-redact-example = {"  "}ymateb redact < answers.jsonl
command-analyze-about = Adds the terms that the search index would hold to each line of JSON Lines from standard input
command-analyze-example = {"  "}ymateb analyze --language cy < answers.jsonl
command-invent-about = Writes invented responses, for the sample and for trying out sizes

argument-root = Folder that holds corpus/, index/ and reports/
argument-lang = Language of messages and help
argument-help = Shows this help
argument-version = Shows the version
argument-names = Consultations; all when none is named
argument-name = The consultation
argument-json = One JSON document on standard output
argument-from = Files of responses to look at and copy in
argument-sources = Files, folders or addresses to collect
argument-allow_private = Lets the addresses named lead to this machine or a private network
argument-frame = Coding frame to tag with
argument-query = Words, "phrases", AND OR NOT, field:value, beginning*, misspelt~, "near words"~5
argument-question = Only answers to this question
argument-theme = Only answers with this theme or one below it
argument-stance = Only answers of this stance
argument-language = Language
argument-kind = Type of respondent, by its code or name
argument-channel = Only answers that came this way
argument-limit = How many to show at most
argument-offset = How many to pass over
argument-response = Reference of the response, such as R-00042
argument-format = Format to write
argument-figure = The figure's name as the report gives it
argument-what = What to export
argument-verb = What you decide
argument-words = The passage, if not the whole answer
argument-by = Who decides
argument-note = A word of explanation
argument-into = Reference of the response that it is part of
argument-other = Reference of the other response
argument-undo = Takes back what people decided about these two: the rules decide
argument-folder = Where to write
argument-responses = How many
argument-seed = Same seed, same responses
command-report-kind = Kind of report: summary
command-report-language = Only this language (may be given twice)
command-search-language = Only passages in this language: en, cy, mixed, other, unknown
command-decide-theme = Code of the theme
command-decide-question = Question that the answer belongs to
command-assign-question = Question that the passage answers
command-assign-words = The passage; "beginning…end" for a long one
command-assign-undo = Takes the assignment back; all of the response's when no words are given
command-redact-language = Language of the labels put in place of what is taken out; that of the text when not given
command-read-file = The file; - for standard input
command-read-json = JSON Lines: an object for each block, row, remark and picture
command-read-ocr = Read pictures by OCR, with ocrmypdf or tesseract where installed
command-read-seconds = Stop reading after so many seconds
command-read-known = What the file is known to be
command-limited-about = Runs another program with limits
command-limited-seconds = Seconds of processor time
command-limited-megabytes = Megabytes of memory
command-limited-program = The program and its arguments

error = ymateb: { $what }
waiting-for = { $name }: process { $process } is working on it; waiting until it has finished.
no-consultations = { $folder }: there is no consultation here; `ymateb new NAME --from FILE…` drafts one, or say where it is with --root
invented = Every response in this consultation is invented.
yes = yes
no = no

run-title = { $name }
run-ledger = {"  "}{ $received } received = { $analysed } analysed + { $merged } merged + { $aside } set aside
run-problems = {"  "}{ $n ->
    [one] 1 problem
   *[other] { $n } problems
 } met on the way: `ymateb ledger { $name }` lists them
run-nothing = {"  "}Nothing had changed, so nothing was done.
run-stages = {"  "}Did: { $stages }
run-reports = {"  "}Reports:

stage-ingest = collected
stage-language = language found
stage-tag = tagged
stage-campaigns = compared for campaigns
stage-index = indexed
stage-report = reports written
stage-did = { $stage }: { $n }

new-exists = { $path }: there is a consultation named { $name } already; choose another name, or add files to it with `ymateb ingest { $name } FILE…`
new-done = Drafted { $path }: look through it, then `ymateb run { $name }`.
ingest-kept = Kept as { $path }

ledger-source = source
ledger-received = received
ledger-analysed = analysed
ledger-merged = merged
ledger-aside = set aside
ledger-total = all
ledger-balanced = The ledger balances: everything received is accounted for.
ledger-unbalanced = The ledger does NOT balance: something received is not accounted for. No report is built until it is.

ledger-proposals = { $n ->
    [one] 1 pair of submissions may be one response
   *[other] { $n } pairs of submissions may be one response
 }: `ymateb duplicates { $name }` lists them

why-same-file = the same file, received twice
why-same-words = the same words of the same respondent
why-organisation = several submissions of one organisation
why-person = several submissions of one person
why-same-body = nearly the same words by another source
why-decision = decided by a person
agrees-email = same e-mail address
agrees-name = same name
agrees-organisation = same organisation
agrees-area = same area
agrees-type = same type of respondent
agrees-file = same file
duplicates-proposals = { $n ->
    [0] Nothing waits for a decision.
    [one] 1 pair waits for a decision.
   *[other] { $n } pairs wait for a decision.
 }
duplicates-common = { $percent }% of their words in common
duplicates-how = Decide with `ymateb merge { $name } { $item } --into { $into } --by PERSON`, or keep them apart with `ymateb apart { $name } { $item } { $into } --by PERSON`.
duplicates-merged = { $n ->
    [0] Nothing was merged.
    [one] 1 submission was merged into another.
   *[other] { $n } submissions were merged into others.
 }
merge-itself = { $item } and { $other } are the same submission; name two
merge-circle = { $other } was merged into { $item } by a person; take that back first with `--undo`, or merge the other way round
merge-aside = { $response } is not analysed ({ $reason }), so nothing can be merged with it
assign-no-question = { $question } is no question of this consultation; those are { $known }
assign-not-found = these words do not stand in { $response } as words to analyse; copy the first and the last of them exactly, as "first … last"
assign-several = these words stand { $n } times in { $response }; give more of them, so that they stand there once
assign-there = these words of { $response } answer question { $question } already
assign-nothing = nobody assigned such a passage of { $response }; there is nothing to take back

search-total = { $total ->
    [0] No passages found.
    [one] 1 passage found.
   *[other] { $total } passages found; showing { $first } to { $last }.
 } Members of campaigns are included.
search-quotable = may be quoted
search-not-quotable = not to be quoted
search-event = note of an event
facet-type = By type
facet-stance = By stance
facet-language = By language
facet-theme = By theme
facet-question = By question

show-unknown = { $response }: there is no such response; references look like R-00042
show-source = From
show-consents = May be published: { $publish }; named: { $name }; quoted: { $quote }; written to: { $reach }
show-aside = Not analysed: { $reason }
show-merged = Merged with { $others }
show-campaign = campaign { $campaign }, { $percent }% like its template
substance-quoted = repeats an earlier message; not counted
substance-signature = signature or notice; not counted
show-rule = suggested by the pattern { $pattern }, frame version { $version }
show-person = decided by { $name }, { $at }
basis-explicit = said
basis-inferred = inferred
basis-ticked = ticked

trace-how = a figure's name looks like question:1.2/theme:T03.1, or `responses` for all
trace-total = { $figure }: { $total ->
    [one] 1 response
   *[other] { $total } responses
 }
trace-more = … and { $n } more

report-kind = there is no report of the kind `{ $kind }`; write `--kind summary`
report-format = reports are not written as `{ $format }`; write `--format html` or `--format md`
report-none = the consultation has no report in this language; `languages` in consultation.toml says which it has
export-how = { $what } can't be exported as { $format }; there are responses and tags as jsonl or csv, frame as jsonl or toml, ledger as json

decide-no-theme = { $theme } is no theme of the coding frame
decide-no-answer = { $response } has no answer to question { $question }
decide-no-words = these words do not stand in the answer; copy them exactly
decide-done = Kept. `ymateb run { $name }` brings index and reports up to date.

campaigns-found = { $n ->
    [0] No campaigns were found.
    [one] 1 campaign
   *[other] { $n } campaigns
 }
campaigns-undecided = { $rule ->
    [count] Campaigns that nobody decided about count as campaigns; `[campaigns] undecided = "wait"` in consultation.toml makes them wait.
   *[wait] Campaigns that nobody decided about count as separate responses until somebody accepts them.
 }
campaign-state-proposed = proposed
campaign-state-accepted = accepted
campaign-state-dismissed = dismissed
campaigns-members = { $n ->
    [one] 1 response
   *[other] { $n } responses
 }: { $standard } standard, { $varied } varied
campaigns-own = { $n ->
    [one] 1 with words of its own
   *[other] { $n } with words of their own
 }
campaigns-how = Decide with `ymateb campaigns { $name } accept { $campaign } --by PERSON`, or `dismiss`; `ymateb show { $name } { $response }` shows the template.
campaigns-gone = { $n ->
    [one] 1 decision is
   *[other] { $n } decisions are
 } about a campaign that is no longer found; --json lists decisions.
campaigns-unknown = { $campaign } is the number of no campaign; `ymateb campaigns { $name }` lists them
campaigns-needs = { $verb ->
    [name] Give the number of one campaign and its name: `ymateb campaigns { $name } name 1 "Care Alliance letter" --by PERSON`
    [link] Give the numbers of two campaigns or more: `ymateb campaigns { $name } link 1 2 --by PERSON`
    [put] Give the number of one campaign and the references of responses: `ymateb campaigns { $name } put 1 R-00042 --by PERSON`
    [out] Give the number of one campaign and the references of responses: `ymateb campaigns { $name } out 1 R-00042 --by PERSON`
   *[other] Give the number of a campaign: `ymateb campaigns { $name } { $verb } 1 --by PERSON`
 }
campaigns-nothing-to-undo = nothing that was decided about campaign { $campaign } is left to be taken back
campaigns-kept = Kept; { $n ->
    [0] no answer counts otherwise.
    [one] 1 answer counts otherwise.
   *[other] { $n } answers count otherwise.
 } `ymateb run { $name }` brings index and reports up to date.
campaigns-input-changed = the file on standard input changed while it was being read; run it again
show-own = their own words

read-unreadable = { $path }: { $why }
read-remark = { $why }
read-remark-at = { $place }: { $why }
read-picture = { $place }: it is a picture; its words were not read (--ocr reads them)
read-signature = signature
read-quoted = quoted
read-heading = heading
