### What a search says.

search-total = { $total ->
    [0] No passages found
    [one] 1 passage found, from { $responses } { $responses ->
        [one] response
       *[other] responses
    }
   *[other] { $total } passages found, from { $responses } { $responses ->
        [one] response
       *[other] responses
    }
 }, of { $passages } passages from { $all } responses.
search-shown = Showing { $first } to { $last } of { $distinct }.
search-folded = Campaign copies are shown once, each counted in the figures.
search-unfolded = Campaign copies are shown one by one, each counted in the figures.
search-copies = stands for { $n } passages of campaign { $campaign }
search-campaign = campaign { $campaign }
search-may-quote = may be quoted
search-may-name = may be named
search-may-not-name = not to be named
search-may-publish = may be published
search-may-not-publish = not to be published
search-why-event = not to be quoted word for word: a note of an event
search-why-no-consent = not to be quoted: no consent
search-why-guarded = not to be quoted: a person must look at it first
search-telling = Alike by: { $words }
search-order = { $order } is no order; write one of { $known }
search-like-how = `{ $like }` is no answer; write a response and, if you want one answer only, its question: R-00042/1.6
search-like-theme = { $theme } is no theme of the coding frame
search-page-how = pages are counted from 1

facet-base = Counted of all { $total } passages found, copies included:
facet-type = By type
facet-stance = By stance
facet-language = By language
facet-theme = By theme
facet-question = By question
facet-area = By area
facet-channel = By channel
facet-organisation = By organisation that agreed to be named
facet-campaign = By campaign
facet-may = May be
facet-may-quote = quoted
facet-may-name = named
facet-may-publish = published

kwic-total = { $occurrences ->
    [0] The words stand nowhere.
    [one] 1 occurrence
   *[other] { $occurrences } occurrences
 } { $occurrences ->
    [0] { "" }
   *[other] in { $hits } { $hits ->
        [one] passage
       *[other] passages
    }; showing { $first } to { $last }.
 }
kwic-mark = ! is not to be quoted
kwic-cut = There are more than can be sorted; the first 50,000 were.
kwic-words = write words to look for; there is no keyword in everything
kwic-export = `--kwic` shows lines and is not exported; leave it out, or leave out `--export`

saved-done = Kept as “{ $search }”. Run it again with `ymateb search { $name } --saved "{ $search }"`.
saved-none = there is no saved search “{ $search }”{ $known ->
    [none] ; none was saved
   *[other] ; there are { $known }
 }
saved-there = there is a saved search “{ $search }” already; choose another name, or take it out with `ymateb searches { $name } remove "{ $search }"`
saved-name = a saved search needs a name that can be read
saved-list-none = No searches are saved.
saved-removed = Removed “{ $search }”.
saved-renamed = “{ $search }” is now called “{ $to }”.
saved-how = write `list`, `remove SEARCH` or `rename SEARCH --to NAME`

out-title = Search results
out-search = Search
out-filters = Only
out-state = State of the store
out-state-of = change { $revision }, { $date }; coding frame version { $frame }
out-made = Written
out-counts = Found
out-rule = Campaigns
out-permission = Permissions
out-refused = { $n ->
    [0] All of these passages may be quoted.
    [one] 1 of these passages may not be quoted; its words are left out.
   *[other] { $n } of these passages may not be quoted; their words are left out.
 }
out-redacted = Details that could identify people were taken out of the words by rules; a person still reads them before they are published.
out-withheld = A file's name is left out where it could name somebody who did not agree to be named.
out-cut = { " " }[… cut here: a cell holds no more; the whole is in { $response }]
out-restricted = Restricted passages are never exported.
out-invented = Every response in this consultation is invented.
out-not-quoted = [not for quotation]
out-file-withheld = [withheld]
out-yes = yes
out-no = no
out-results = Results
out-notes = Notes
out-format = searches are exported as csv, xlsx, docx or jsonl; `{ $format }` is none of these
out-stdout = only csv and jsonl can be written to standard output; give a file with `--export FILE.{ $format }`
out-written = { $n ->
    [one] 1 hit was
   *[other] { $n } hits were
 } written to { $file }.
out-column-response = Response
out-column-question = Question
out-column-type = Type
out-column-organisation = Organisation
out-column-area = Area
out-column-channel = Channel
out-column-received = Received
out-column-language = Language
out-column-stance = Stance
out-column-themes = Themes
out-column-text = Words
out-column-redacted = Details taken out
out-column-campaign = Campaign
out-column-copies = Passages it stands for
out-column-quote = May be quoted
out-column-name = May be named
out-column-publish = May be published
out-column-file = File
out-column-place = Place
out-column-search = Search
out-column-state = State of the store
out-column-refused = Passages not for quotation
out-column-who = Who
out-column-use = May be used
out-column-source = Source
