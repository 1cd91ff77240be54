### What is said of a coding frame: what is wrong with it, and how it does.

frame-cell = row { $row }, column { $column }
frame-cell-of-sheet = sheet { $sheet }, row { $row }, column { $column }

frame-not-toml = this is not TOML: { $what }
frame-not-codebook = this is not a codebook (REFI-QDA .qdc): { $what }
frame-no-header = no row names the columns; the first row of the table must have `Code` or `Name`, and may have others such as `Description`, `Patterns (English)` and `Patterns (Welsh)`
frame-column-twice = the column `{ $header }` says the same as the column `{ $first }`; take one of them out
frame-unknown-key = there is no `{ $key }` { $place }
frame-did-you-mean = did you mean `{ $key }`?
frame-known-keys = the keys are { $known }
frame-in-a-frame = in a frame
frame-in-a-theme = in a theme
frame-in-two-languages = in a text with two languages
frame-wrong-kind = `{ $key }` must be { $wanted }, not { $found }
frame-write = write { $example }
frame-kind-text = a text
frame-kind-number = a whole number from 0
frame-kind-small-numbers = a list of whole numbers up to 255
frame-kind-yes-or-no = true or false
frame-kind-bilingual = a text in both languages
frame-kind-patterns = a list of patterns
frame-kind-texts = a list of texts
frame-kind-codes = a list of codes
frame-kind-feared = the word `feared`
frame-kind-section = a section of its own
frame-given-text = a text in quotation marks
frame-given-number = a number
frame-given-date = a date
frame-given-list = a list
frame-given-table = a table
frame-told-twice = `{ $key }` is about the whole frame, and row { $first } says something else; leave it in one row only
frame-no-code = a theme has no code; add one, such as `code = "T01"`
frame-duplicate-code = the code `{ $code }` is taken by the theme on line { $first }; give one of them another code
frame-unknown-parent = theme `{ $code }` belongs to `{ $parent }`, which is not in the frame; add that theme or correct `parent`
frame-parent-cycle = theme `{ $code }` is its own ancestor ({ $way }); take `parent` out of one of them
frame-was-cycle = theme `{ $code }` took itself over ({ $way }); take a code out of `was` in one of them
frame-no-patterns = theme `{ $code }` has no patterns; add one under `en` or `cy`, or mark it `by_hand = true`
frame-pattern = pattern `{ $pattern }` of theme `{ $code }`
frame-mended = for example: `{ $mended }`

pattern-empty = it has no words; write at least one word, or take the pattern out
pattern-too-long = it is { $n } characters long, more than { $most }; split it into several patterns
pattern-loose-star = `*` at character { $at } does not end a word; `*` ends a stem, as in `mov*`: for any words in between write `~3`
pattern-short-stem = `{ $stem }*` would match too much; give the stem at least two letters
pattern-unclosed = the bracket opened at character { $at } is never closed; add `)`
pattern-unopened = `)` at character { $at } closes nothing; take it out, or add `(` before it
pattern-loose-bar = `|` at character { $at } stands outside brackets; write the alternatives as `(a|b)`, or as two patterns
pattern-empty-alternative = an alternative before character { $at } is empty; take the extra `|` out, or write two patterns
pattern-stuck = character { $at } is stuck to a word; put a space there, or spell the words out as in `(child|children)`
pattern-too-deep = brackets are nested more than { $most } deep; split it into several patterns
pattern-unclosed-quote = the quotation mark at character { $at } is never closed; add `"` after the last exact word
pattern-gap-without-number = `~` at character { $at } needs a number of words, as in `~3`
pattern-gap-too-wide = `~{ $words }` reaches too far; at most `~{ $most }`
pattern-gap-at-end = `~` at character { $at } must stand between two words; take it out, or add the word that is missing
pattern-loose-equals = `=` at character { $at } must stand directly before a word, a bracket or a quotation mark
pattern-too-many-ways = it can be written in more than { $most } ways; split it into several patterns
pattern-too-many-ways-welsh = it can be written in more than { $most } ways; split it into several patterns, or put `=` before words that need no mutation
pattern-expression-shape = write a regular expression as `re:/…/`, or `re:/…/i` for any case
pattern-expression = the regular expression does not work at character { $at }: { $what }
pattern-expression-whole = the regular expression does not work: { $what }
pattern-matches-nothing = the regular expression matches everywhere, even where there are no words; make at least one part of it required
expression-group-unclosed = a bracket is never closed; add `)`, or write `\(` for the sign itself
expression-group-unopened = a bracket closes nothing; take it out, or write `\)` for the sign itself
expression-class-unclosed = a square bracket is never closed; add `]`, or write `\[` for the sign itself
expression-nothing-to-repeat = there is nothing before it to repeat; take it out, or put a backslash before it for the sign itself
expression-unknown-escape = a backslash stands before a letter that means nothing with it; take the backslash out
expression-look-around = looking ahead and behind is not offered, because it can take for ever; put what must not follow under `not`
expression-back-reference = referring back to a group is not offered, because it can take for ever; spell the words out
expression-too-large = it is too large; use fewer or smaller repetitions
expression-too-deep = brackets are nested too deep; split it into several patterns
expression-other = { $what }

check-healthy = { $file }: nothing to see to: { $themes ->
    [one] 1 theme
   *[other] { $themes } themes
 }, { $patterns ->
    [one] 1 pattern
   *[other] { $patterns } patterns
 }
check-answers = { $n ->
    [0] No answers were looked at
    [one] 1 answer was looked at
   *[other] { $n } answers were looked at
 }; { $tagged } of them have a theme.
check-no-answers = Only the frame itself was looked at: name a consultation, or give --answers, to see which patterns match.
check-total = { $n ->
    [one] 1 thing to see to
   *[other] { $n } things to see to
 }
check-more = … and { $n } more of this kind ({ $kind }): --json lists them all
check-never = pattern `{ $pattern }` of theme `{ $theme }` matches no answer; correct it, or take it out
check-cancelled = pattern `{ $pattern }` of theme `{ $theme }` can never count: `{ $not }` under `not` cancels it
check-nearly-all = pattern `{ $pattern }` of theme `{ $theme }` matches { $percent }% of the answers in its language; make it narrower
check-same = pattern `{ $pattern }` of theme `{ $theme }` is also in theme `{ $other }` ({ $where }); leave it in one of them
check-repeated = pattern `{ $pattern }` is twice in theme `{ $theme }` ({ $where }); take one out
check-overlap = themes `{ $theme }` and `{ $other }` are in the same { $both } answers: { $percent }% of those of `{ $theme }`; merge them, or make their patterns different
check-too-many = there are { $n } themes, more than { $most }; people cannot keep so many apart: put some together
check-untranslated-label = theme `{ $theme }` has no label in { $language }
check-untranslated-about = theme `{ $theme }` has no description in { $language }
check-untranslated-proposal = the proposal has no words in { $language }
check-untranslated-label-at-all = theme `{ $theme }` has no label in either language
check-untranslated-about-at-all = theme `{ $theme }` has no description in either language
check-untranslated-proposal-at-all = the proposal has no words in either language
check-same-label = theme `{ $theme }` has the same label in both languages; translate it
check-slow = pattern `{ $pattern }` of theme `{ $theme }` has no letters that every match must have, so it is tried on every answer in full; write words, or an expression with at least three fixed letters
check-shadows = pattern `{ $pattern }` of theme `{ $theme }` finds everything that `{ $covered }` of its sub-theme `{ $other }` finds ({ $where }); make it narrower, or take it out: a sub-theme implies its parent

convert-remark-column = { $place }: the column `{ $header }` is not part of a frame; it was left out
convert-remark-sheet = { $file }: the sheet `{ $sheet }` has no column `Code` or `Name`; it was left out
convert-done = Written: { $path } ({ $themes ->
    [one] 1 theme
   *[other] { $themes } themes
 })
convert-format = { $path }: a frame is written as .toml, .csv, .xlsx, .ods or .qdc; choose one of these endings
convert-exists = { $path } is there already; choose another name, or remove it first
frame-unreadable = { $path }: { $why }
frame-too-large = the file is larger than { $most } MB, which no frame is; choose the right file
frame-neither = { $name }: there is no such file and no such consultation; name a frame (.toml, .csv, .xlsx, .ods, .qdc) or a consultation in corpus/
frame-no-themes = the frame has no themes, and a codebook cannot be empty; add a theme first
frame-cell-too-long = theme `{ $theme }`: { $column } has { $n } characters, and a cell of this format holds { $most }; write CSV or TOML instead
