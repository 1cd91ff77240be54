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
command-tag-about = Tags answers with the coding frame; with --frame alone, tags JSON Lines from standard input
command-tag-example = {"  "}ymateb tag --frame frame.toml < answers.jsonl
    {"  "}ymateb tag removing-profit --dry-run --frame draft.toml
command-check-about = Counts everything again and compares store, search index and reports
command-check-example = {"  "}ymateb check removing-profit
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
command-searches-about = Lists saved searches, takes one out or renames it
command-searches-example = {"  "}ymateb searches removing-profit rename "councils on moves" --to "symud gofalwyr maeth"
command-show-about = Shows one response whole, with its tags and where it came from
command-show-example = {"  "}ymateb show removing-profit R-00042
command-report-about = Writes the summary of responses
command-report-example = {"  "}ymateb report removing-profit --language cy --format html
command-trace-about = From a figure in a report to the answers behind it
command-trace-example = {"  "}ymateb trace removing-profit question:1.2/theme:T03.1
command-export-about = Writes responses, tags, the coding frame or the ledger for other programs
command-export-example = {"  "}ymateb export removing-profit --what tags --format csv
command-decide-about = Accepts, rejects, adds or moves a theme, or sets a stance, as a person; the decision stays when answers are tagged again and when the frame changes
command-decide-example = {"  "}ymateb decide removing-profit R-00042 reject T03.1 --question 1.2 --by "A. Coder"
command-evaluate-about = Proves the coding: precision, recall and F1 of the machine against people, agreement between coders, and how near the machine comes to it
command-evaluate-example = {"  "}ymateb evaluate removing-profit --sample 10 > to-code.csv
    {"  "}ymateb evaluate removing-profit --coded anwen.csv --coded beth.csv
    {"  "}ymateb decide removing-profit R-00042 move T03.1 --to T05 --question 1.2 --words "far from home" --by "A. Coder"
    {"  "}ymateb decide removing-profit --from coder-2.csv
    {"  "}ymateb decide removing-profit --waiting
command-frame-about = Looks a coding frame over, writes it in another format, or changes it: a theme is renamed, merged, split or moved, and people's decisions follow it
command-frame-example = {"  "}ymateb frame check removing-profit
    {"  "}ymateb frame rename removing-profit T03.9 T03.4
command-frame-rename-about = Gives a theme another code
command-frame-rename-example = {"  "}ymateb frame rename removing-profit T03.9 T03.4
command-frame-merge-about = Makes several themes one, with the patterns of all
command-frame-merge-example = {"  "}ymateb frame merge removing-profit T03.4 T03.5 --into T03.4
command-frame-split-about = Makes several themes of one, each with a copy of its patterns for you to divide
command-frame-split-example = {"  "}ymateb frame split removing-profit T03.4 --into T03.6,T03.7
command-frame-move-about = Puts a theme under another one
command-frame-move-example = {"  "}ymateb frame move removing-profit T03.4 --under T05
command-duplicates-about = Lists submissions that may be one response, with evidence, and those that were merged and why
command-duplicates-example = {"  "}ymateb duplicates removing-profit
command-merge-about = Merges one submission into another, as a person: they count as one response
command-merge-example = {"  "}ymateb merge removing-profit R-00017 --into R-00003 --by "A. Coder"
command-apart-about = Keeps two submissions apart, as a person: they count as two responses
command-apart-example = {"  "}ymateb apart removing-profit R-00017 R-00003 --by "A. Coder"
command-assign-about = Says which passage of a letter answers which question, as a person; with --undo, takes that back
command-assign-example = {"  "}ymateb assign removing-profit --response R-00012 --question 1.6 --words "Two years … too short." --by "A. Coder"
command-frame-check-about = Shows what to see to in a coding frame: patterns that never match or match nearly everything, themes that are alike, words that are missing in a language
command-frame-check-example = {"  "}ymateb frame check frame.xlsx --answers answers.jsonl
command-frame-convert-about = Writes a coding frame in another format: TOML, CSV, XLSX, ODS, or a REFI-QDA codebook (.qdc)
command-frame-convert-example = {"  "}ymateb frame convert frame.toml --to frame.xlsx
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
command-search-area = Only answers from this area
command-search-sort = Order: relevance, date, date-desc, respondent, question; with --kwic: left, right or position
command-search-page = Which page to show, from 1, of as many as --limit says
command-search-all_copies = Shows every copy of a campaign, where otherwise the best one stands for all
command-search-kwic = Shows each occurrence on a line of its own, with the words around it
command-search-width = With --kwic: characters on either side
command-search-like = Finds answers like this one: R-00042, or R-00042/1.6 for one of its answers
command-search-like_theme = Finds answers like those that have this theme, which do not have it
command-search-export = Writes all hits to this file: .csv, .xlsx, .docx or .jsonl
command-search-format = Format of the export; csv and jsonl go to standard output when no file is given
command-search-save = Keeps this search under a name
command-search-saved = Runs the search of this name again
command-searches-verb = What to do; lists them unless told otherwise
command-searches-search = Name of the saved search
command-searches-to = Its new name
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
command-decide-question = Question that the answer belongs to
command-evaluate-coded = Sheet of answers that people coded in full (may be given several times, a coder each); without one, people's decisions in the store
command-evaluate-coders = Fields of the sheet that hold one coder's themes each; null or blank where that coder did not code
command-evaluate-frame = Coding frame to apply to the text of the sheet, where there is no consultation
command-evaluate-level = What is coded as one: all that a respondent says to a question, a row, or a sentence
command-evaluate-by = Only the decisions of this person
command-evaluate-sample = Writes a sheet to code blind: this share of each question's answers, drawn at random
argument-resamples = How often respondents are drawn again for the intervals
command-evaluate-seed = Same seed, same intervals and same sample
command-decide-theme = Code of the theme; with stance: support, mixed, oppose or unclear
command-decide-to = Theme that the passage moves to
command-decide-words = The passage, if not the whole answer; other words on the same passage move its bounds
command-decide-from = File of decisions (CSV or JSON Lines: response, question, verb, theme, to, words, by, note, at); all are kept, or none
command-decide-waiting = Lists decisions whose themes were split or taken out since, for you to say what they mean
command-tag-dry_run = Shows what the frame would change, theme by theme, and changes nothing
command-tag-frame = Coding frame to tag with; the consultation's own when a name is given and no frame
command-tag-examples = Examples to show of what each theme would gain and lose
command-tag-json = One JSON document on standard output
command-export-version = Version of the frame, as it was
command-frame-rename-theme = Code of the theme
command-frame-rename-to = Its code from now on
command-frame-merge-themes = Codes of the themes
command-frame-merge-into = Code of the one: one of theirs, or a new one
command-frame-split-theme = Code of the theme
command-frame-split-into = Codes of the parts; the theme stays when its own is among them
command-frame-move-theme = Code of the theme
command-frame-move-under = Code of the theme that it will lie under
command-frame-move-top = Makes it a theme of the first level
command-assign-question = Question that the passage answers
command-assign-words = The passage; "beginning…end" for a long one
command-assign-undo = Takes the assignment back; all of the response's when no words are given
command-frame-check-frame = A consultation, or the file of a frame: .toml, .csv, .xlsx, .ods or .qdc
command-frame-check-answers = Answers to try the patterns on: JSON Lines with `text`
command-frame-convert-from = The frame to read: .toml, .csv, .xlsx, .ods or .qdc
command-frame-convert-to = The file to write; its ending says the format
command-frame-convert-language = Language of headings, and of names in a codebook
command-export-language = Language of headings, and of names in a codebook
command-redact-language = Language of the labels put in place of what is taken out; that of the text when not given
command-read-file = The file; - for standard input
command-read-json = JSON Lines: an object for each block, row, record, remark and picture
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
stage-trial = tried
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

recount-did = Compared { $passages } passages, { $tags } tags and { $counts } counts.
recount-well = Store and search index agree, every tag points at its words, and the ledger balances.
recount-more = … and { $n ->
    [one] one thing more that differs.
   *[other] { $n } things more that differ.
 }
recount-ledger = the ledger does not balance: { $received } received, { $accounted } accounted for
recount-tag-words = { $response }, question { $question }: the words of the tag { $theme } are not those at bytes { $place }
recount-no-index = { $why }
recount-index-behind = the store has changed since the search index was built
recount-missing = { $response }, question { $question }: in the store, but not in the search index
recount-surplus = answer number { $answer }: in the search index, but not in the store
recount-other-words = { $response }, question { $question }: the search index has other words
recount-other-facts = { $response }, question { $question }: the search index has other themes, stance, language, respondent or campaign
recount-count = { $what }: { $store } by the store, { $index } by the search index
recount-facet-passages = passages
recount-facet-theme = theme
recount-facet-stance = stance
recount-facet-type = type
recount-facet-language = language
recount-facet-question = question
recount-facet-organisation = organisation
recount-facet-campaign = campaign
recount-facet-area = area
recount-facet-channel = channel
recount-facet-may = may be done with passages:
recount-do-ledger = To do: `ymateb ledger { $name }` shows which source is short; `ymateb ingest { $name }` reads it again.
recount-do-store = To do: something other than this program changed the store; put a copy of `responses.db` back.
recount-do-index = To do: `ymateb index { $name }`
recount-do-rebuild = To do: delete the folder { $folder } and run `ymateb index { $name }`; nothing is lost by it.
recount-reports-stale = The reports were made from something older: `ymateb report { $name }` writes them again.
search-builds = There is no search index yet; building it.
search-builds-other-version = The search index is of another version of this program; building it again.
search-builds-broken = The search index is broken; building it again.
search-behind = The store has changed since the search index was built: `ymateb index { $name }` brings it up to date.
search-quotable = may be quoted
search-not-quotable = not to be quoted
search-event = note of an event

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
show-was = (under the code { $was })
show-conflict = The box and the words disagree: question { $question } was ticked “{ $ticked }”, the words say “{ $words }”. Both are kept.
basis-explicit = said
basis-inferred = inferred
basis-ticked = ticked
basis-decided = decided by a person

trace-how = a figure's name looks like question:1.2/theme:T03.1, or `responses` for all
trace-total = { $figure }: { $total ->
    [one] 1 response
   *[other] { $total } responses
 }
trace-more = … and { $n } more

report-kind = there is no report of the kind `{ $kind }`; write `--kind summary`
report-format = reports are not written as `{ $format }`; write `--format html` or `--format md`
report-none = the consultation has no report in this language; `languages` in consultation.toml says which it has
export-how = cannot export { $what } as { $format }; there are responses, tags and decisions as jsonl or csv, frame as jsonl, toml, csv, xlsx, ods or qdc, ledger as json
export-no-version = no version { $version } of the frame was used; those that were kept are { $known }
export-versions = Several frames gave themselves the version { $version }; this is the one that was used last.

decide-no-theme = { $theme } is no theme of the coding frame
decide-no-answer = { $response } has no answer to question { $question }
decide-no-words = these words do not stand in the answer; copy them exactly
decide-done = Kept. `ymateb run { $name }` brings index and reports up to date.
decide-kept = { $n ->
    [one] 1 decision was kept
   *[other] { $n } decisions were kept
 }; { $known } were there already.
decide-missing = `{ $what }` is missing
decide-no-verb = { $verb } is nothing that can be decided; the verbs are { $all }
decide-no-stance = { $stance } is no stance; the stances are { $all }
decide-no-proposal = question { $question } does not ask about the proposal, so its answers have no stance
decide-same-theme = it would move to the theme { $theme } that it has; name another
decide-not-waiting = { $theme } is no longer a theme, and nothing in this answer waits under it
decide-nothing = there is no decision here to take back
decide-no-date = { $at } is no date; write 2022-11-08 or 2022-11-08T09:30:00Z
decide-encoding = this is not UTF-8; save it as “CSV UTF-8”
decide-no-column = there is no column `{ $column }`; the columns are { $columns }
decide-no-json = this is no JSON object with the fields { $columns } (column { $column })
decide-none-kept = nothing was kept; mend these and give the file again
decide-row = row { $n }: { $what }
decide-line = line { $n }: { $what }
verb-accept = accept
verb-reject = reject
verb-add = add
verb-move = move
waiting-remark = { $n ->
    [one] 1 decision waits
   *[other] { $n } decisions wait
 } for a person to say what its theme is now: `ymateb decide { $name } --waiting` lists them
waiting-count = { $n ->
    [0] No decision waits.
    [one] 1 decision waits for you to say what its theme is now.
   *[other] { $n } decisions wait for you to say what their themes are now.
 }
waiting-may-be = may be { $themes }
waiting-gone = { $theme } was taken out, and no theme took it over
waiting-under = counts under { $theme } until you say
waiting-how = Say so with `ymateb decide { $name } { $response } move { $theme } --to { $to } --question { $question } --by PERSON`, or take it back with `undo { $theme }`.
tag-frame-how = a consultation is tagged with its own frame; to try another, add --dry-run
trial-title = { $name } with version { $version } of the frame (nothing was changed)
trial-totals = Passages: { $gained } gained, { $lost } lost, { $unchanged } unchanged. Respondents: { $gaining } gain a theme, { $losing } lose one. Stances changed: { $stances }.
trial-counts = respondents { $respondents } · passages { $passages }
trial-gone = (would be gone)
trial-still = Themes that stay as they are: { $n }.
trial-untagged = Answers that were never tagged, and are not looked at: { $n }.
trial-waiting = { $n ->
    [one] 1 decision would wait
   *[other] { $n } decisions would wait
 } for a person to say what its theme is (--json lists them).
frame-changed = Changed { $path }: it is version { $version } now. `ymateb tag { $name } --dry-run` shows what it would change, `ymateb run { $name }` does it.
frame-split = Each part has a copy of the patterns and the label: leave in each what belongs to it.

evaluate-title = { $name }: { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
 } that people coded in full, of { $respondents ->
    [one] 1 respondent
   *[other] { $respondents } respondents
 }, by { $coders }; { $twice } coded by two or more.
evaluate-title-decided = { $name }: { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
 } of { $respondents ->
    [one] 1 respondent
   *[other] { $respondents } respondents
 } on whose suggested themes { $coders } decided; { $twice } by two or more.
evaluate-intervals = In brackets: 95% intervals, respondents drawn again { $n } times (seed { $seed }).
evaluate-accuracy = Machine against people
evaluate-by-theme = By theme
evaluate-codings = coded
evaluate-answers = answers
evaluate-given = given
evaluate-precision = precision
evaluate-recall = recall
evaluate-f1 = F1
evaluate-percent = same
evaluate-kappa = kappa
evaluate-alpha = alpha
evaluate-ac1 = AC1
evaluate-all = all themes together
evaluate-mean = mean over themes
evaluate-language-en = in English
evaluate-language-cy = in Welsh
evaluate-language-mixed = in both languages
evaluate-language-other = in another language
evaluate-language-unknown = language not known
evaluate-no-type = type not given
evaluate-few = Too few to say (given fewer than { $few } times): { $list }
evaluate-undefined = undefined
evaluate-decided = People decided only on what was suggested, so this is precision alone: what was missed nobody knows. For recall, code some answers in full: `--sample 10` draws them.
evaluate-by-hand = { $n ->
    [one] 1 theme is
   *[other] { $n } themes are
 } for people alone to give; the machine is not held to them.
evaluate-ceiling = On what two or more people coded
compare-people = people with each other
compare-machine = machine with each of them
compare-machine_either = machine with what any of them gave
compare-machine_agreed = machine, where all say the same
compare-machine_coder = machine with { $coder }
evaluate-below = The machine agrees with people less than they agree with each other.
evaluate-above = The machine agrees with people as much as they agree with each other; more than that cannot be shown by their coding, so claim no more.
evaluate-agreement = Agreement between people
evaluate-poor = Mean kappa under 0.4: poor. Mend the themes' descriptions and code again before trusting any figure above.
evaluate-moderate = Mean kappa from 0.4 to 0.6: moderate.
evaluate-substantial = Mean kappa from 0.6 to 0.8: substantial.
evaluate-strong = Mean kappa of 0.8 or more: nearly perfect.
evaluate-paradox = AC1 far above kappa: the theme is rare, so people agree nearly always that it is absent. Kappa asks more of them there, AC1 less; read both with the number given.
evaluate-disagreements = Look at these first
evaluate-differ = {"    "}people differ ({ $n }): { $list }
evaluate-machine-only = {"    "}machine alone gave it ({ $n }): { $list }
evaluate-people-only = {"    "}machine missed it ({ $n }): { $list }
evaluate-confusions = Mixed up most often
evaluate-confused-machine = {"  "}people { $one }, machine { $other }: { $n }
evaluate-confused = {"  "}among people { $one } and { $other }: { $n }
evaluate-unknown = Left out, as no theme of the frame has this code or label: { $list }
evaluate-not-found = { $n ->
    [one] 1 coded answer was
   *[other] { $n } coded answers were
 } not found, so left out: { $list }
evaluate-astray = { $answer }: the words given for { $theme } do not stand there, so it was left out
evaluate-nothing = Nothing is coded in these sheets: themes stand in a column `themes`, apart by semicolons, `-` where none fits; --coders names other columns.
evaluate-undecided = Nobody has decided on a suggested theme yet: `ymateb decide` does so. Or code answers in full: `--sample 10` draws them, `--coded FILE` reads them.
evaluate-no-text = there is a frame to apply and no answer with a `text`
evaluate-no-place = to compare passages, every theme given needs its place: `start` and `end`, or `words`
evaluate-many = there are { $n } coders; { $most } can be compared at once
evaluate-share = the share to draw is a percentage above 0, up to 100
evaluate-drawn = { $n } of { $all } answers drawn (seed { $seed }). The sheet holds respondents' words: keep it among the coders, do not publish it. Each codes a copy alone: codes in `themes`, apart by semicolons, `-` where none fits, blank where not read. Then `ymateb evaluate { $name } --coded FILE --coded FILE`.
sheet-response = response
sheet-question = question
sheet-language = language
sheet-text = text
sheet-themes = themes

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
