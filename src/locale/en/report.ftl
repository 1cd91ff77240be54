### What reports say.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Numbers of things

n-responses = { $n ->
    [one] { $n-shown } response
    *[other] { $n-shown } responses
}
received-responses = { $received ->
    [one] { $received-shown } response
    *[other] { $received-shown } responses
}
members-responses = { $members ->
    [one] { $members-shown } response
    *[other] { $members-shown } responses
}
without-responses = { $without ->
    [one] { $without-shown } response
    *[other] { $without-shown } responses
}
n-respondents = { $n ->
    [one] { $n-shown } respondent
    *[other] { $n-shown } respondents
}
n-answers = { $n ->
    [one] { $n-shown } answer
    *[other] { $n-shown } answers
}
n-questions = { $n ->
    [one] { $n-shown } question
    *[other] { $n-shown } questions
}
n-themes = { $n ->
    [one] { $n-shown } theme
    *[other] { $n-shown } themes
}
sub-themes = { $sub ->
    [one] { $sub-shown } sub-theme
    *[other] { $sub-shown } sub-themes
}
n-campaigns = { $n ->
    [one] { $n-shown } campaign
    *[other] { $n-shown } campaigns
}
n-events = { $n ->
    [one] { $n-shown } event
    *[other] { $n-shown } events
}
percent-under-one = under 1%
percent-over-ninety-nine = over 99%

## On every page

kind-summary = Consultation – summary of responses
banner-invented = Every response in this report is invented. It shows what a report looks like, and says nothing about what anybody thinks.
banner-invented-short = invented responses
banner-draft = DRAFT – not cleared for publication
skip-to-content = Skip to the report
contents = Contents
read-in-other = Darllen yr adroddiad hwn yn Gymraeg
reference = Reference
figure-title = Reference of this number: { $figure }
for-officials = For officials to write
quote-in-cy = Written in Welsh
quote-in-en = Written in English
part-of = part of the theme above
annex = Annex { $letter }: { $title }

## Words in tables

total = Total
channel = How it came
received = Received
analysed = Analysed
merged = Merged
set-aside = Set aside
reason = Reason
word = Word
share = Share of those who answered
event = Event
date = Date
place = Place
audience = For whom
people = People
notes = Notes
event-theme = Event and theme
type = Type of respondent
area = Area
language = Language
question = Question
answered = Answered
blank = Left blank
responses = Responses
campaign = Campaign
campaign-example = Example
standard = Same words
varied = Changed or added to
own-words = In their own words
campaign-decision = Decision
campaign-decision-proposed = Not yet confirmed
campaign-decision-accepted = Confirmed
campaign-decision-dismissed = Dismissed
option = Option
stance = Position
theme = Theme
what = What is counted
code = Code
when-to-use = When it is used
did-not-say = Did not say
an-individual = An individual
a-young-person = A child or young person
question-whole = Letters and other whole responses
question-label = Question { $id }
campaign-label = Campaign { $id }
language-en = English
language-cy = Welsh
language-mixed = Both in one answer
language-other = Another language
language-unknown = Too little to tell
counting-all = All responses
counting-without = Without campaigns
counting-once = Each campaign once
counting-all-about = every response is counted.
counting-without-about = responses that belong to a campaign are left out.
counting-once-about = each campaign is counted as one response.
stance-support = Support
stance-mixed = Support with conditions, or in part
stance-oppose = Oppose
stance-unclear = No clear position
channel-form = Online form
channel-e-mail = E-mail
channel-email = E-mail
channel-letter = Letter
channel-easy-read = Easy Read form
channel-hard-copy = Paper copy
aside-blank = No answer to any question
aside-late = Arrived too late
aside-withdrawn = Taken back by the respondent
aside-not-a-response = Not a response: a notice, a test or an automatic reply
aside-unfinished = Started and never sent
aside-unreadable = Could not be read
aside-scanned = Pictures of pages only: need OCR or typing up
aside-superseded = Replaced by a later version of its file
aside-erased = Erased at the request of the respondent
hidden-note = [c] stands for fewer than { $fewest-shown }, or for a count hidden so that one of fewer than { $fewest-shown } cannot be worked out.

## Front matter

front-number = Number
front-opened = Opened
front-closed = Closed
front-action = Action required
front-action-none = None – for information only
front-frame = Coding frame
front-frame-version = { $name }, version { $version }
front-made = Made with
front-made-with = Ymateb { $version }
front-officials = Audience, further information, related documents, copyright and ISBN.
foreword = Ministerial foreword
foreword-officials = The Minister's own words go here. Nothing is drafted for them.
introduction = Introduction and background
introduction-dates = The consultation opened on { $opened } and closed on { $closes }.
introduction-opened = The consultation opened on { $opened }.
introduction-closed = The consultation closed on { $closes }.
introduction-questions = It asked { n-questions }. They are set out in full near the end of this report.
introduction-officials = Policy background, who was invited to respond, and which versions were offered (Welsh, English, Easy Read, young people's).

## Executive summary

executive = Executive summary
not-a-vote = A consultation is not a vote, nor a survey of the population. People chose to respond, and the numbers here say how many of them raised a point, not how many people hold it.
executive-young = What children and young people told us
executive-young-none = No theme can be reported for children and young people alone, because too few of them responded or because what they wrote matched no theme.
executive-young-themes = What they raised most often, with how many of them raised it:
executive-young-more = Their words have a chapter of their own:
executive-who = Who responded
executive-received = { $received ->
    [0] No responses were received.
    [one] { $received-shown } response was received; { $n-shown } was analysed.
    *[other] { $received-shown } responses were received; { $n-shown } were analysed.
}
executive-types = By type of respondent:
executive-types-main = The most frequent types of respondent (the others are in the overview):
executive-questions = Question by question
answered-short = { $n ->
    [0] nobody answered.
    *[other] { n-answers }.
}
headline-themes = { $n ->
    [one] Raised most often: { $themes }.
    *[other] The themes raised most often: { $themes }.
}
executive-themes = Main themes
overall-said-all = all responses ({ $n-shown } of { $base-shown })
overall-said-most = most responses ({ $n-shown } of { $base-shown })
overall-said-many = many responses ({ $n-shown } of { $base-shown })
overall-said-some = some responses ({ $n-shown } of { $base-shown })
overall-said-a-few = a few responses ({ $n-shown } of { $base-shown })
overall-said-two = two responses ({ $n-shown } of { $base-shown })
overall-said-one = one response ({ $n-shown } of { $base-shown })
overall-said-none = no response ({ $n-shown } of { $base-shown })
executive-campaigns = Campaigns
campaigns-none = No campaigns were found: no responses share their words with others.
campaigns-statement = { $members ->
    [one] { members-responses } belongs to a campaign ({ n-campaigns } in all).
    *[other] { members-responses } belong to campaigns, sharing their words with others ({ n-campaigns } in all).
} Leaving them out, there are { without-responses }; counting each campaign once, there are { $once-shown }.
campaigns-headline-all = Sentences and charts in this report count every response; tables also give the other counts.
campaigns-headline-without = Sentences and charts in this report leave campaigns out; tables also give the other counts.
campaigns-headline-once = Sentences and charts in this report count each campaign once; tables also give the other counts.

## Engagement

engagement = Engagement
engagement-none = No events were recorded for this consultation.
engagement-about = { $n ->
    [one] { n-events } was held. What was said there is reported here, and in the chapter on children and young people.
    *[other] { n-events } were held. What was said there is reported here, and in the chapter on children and young people.
}
engagement-caption = Events
engagement-apart = People at events are never added to the number of responses.
engagement-themes-caption = Themes raised at events, by number of notes

## Methodology

methodology = Methodology
method-received = What was received
method-ledger-rule = Everything that arrives gets a number. Everything received is analysed, merged with another response of the same respondent, or set aside with a reason; the three add up to what was received.
method-ledger-caption = Responses received, by how they came
method-aside-caption = Why responses were set aside
method-aside-kept = Nothing that was set aside has been deleted.
method-none-aside = Nothing was set aside.
method-problems = { $n ->
    [one] { $n-shown } problem was met in reading the files; it is listed in the account of what was received.
    *[other] { $n-shown } problems were met in reading the files; they are listed in the account of what was received.
}
method-unbalanced = The account of what was received does not add up. This report must not be published until it does.
method-late-merged = Late and repeated responses
method-late-included = Responses that arrived after closing day are analysed like the others.
method-late-aside = Responses that arrived after { $day } were set aside as late.
method-merged = { $n ->
    [0] No respondent was found to have responded more than once.
    [one] Where someone responded more than once, their responses were merged and counted as one. { $n-shown } response was merged in this way.
    *[other] Where someone responded more than once, their responses were merged and counted as one. { $n-shown } responses were merged in this way.
}
method-campaigns = Campaigns and the three ways of counting
method-campaigns-rule = Responses that share most of their words are treated as a campaign. None is deleted, and what a respondent added in their own words is read and coded like any other answer.
method-three-counts = How campaigns are counted can change what a table seems to say. So there are three counts:
method-coding = How the answers were coded
method-frame = Answers were coded with version { $version } of the coding frame, an agreed list of { n-themes } and { sub-themes }, set out in full in an annex.
method-tagging = People wrote the frame, and with it a list of words and phrases for each theme, in both languages. A computer program looked for those words in every answer and suggested the theme wherever it found them. Each suggestion points at the words it rests on.
method-not-reviewed = None of these suggestions has been checked by a person yet. The counts of themes should be read as a guide to what was raised.
method-reviewed = Of { $tags-shown } tags, a person decided { $n-shown }. The others are suggestions that nobody has checked yet.
method-once-per-question = A respondent counts once for each theme and question, however often they raised it. A theme includes its sub-themes.
method-stance = Whether an answer supports or opposes the proposal is judged apart from its themes, and this report says whether it was said in so many words, inferred, or taken from the box ticked.
method-words = Words for numbers
method-words-about = These words always mean the same in this report. They are worked out from the number, of those who answered the question.
method-words-caption = What the words mean
quantifier-all = all
quantifier-all-means = everyone who answered
quantifier-most = most
quantifier-most-means = more than 50%
quantifier-many = many
quantifier-many-means = 25% to 50%
quantifier-some = some
quantifier-some-means = 10% to under 25%
quantifier-a-few = a few
quantifier-a-few-means = under 10%, but at least three
quantifier-two = two
quantifier-two-means = two respondents
quantifier-one = one
quantifier-one-means = one respondent
quantifier-none = none
quantifier-none-means = nobody
method-percentages = Percentages are given only where at least { $n-shown } people answered. A question with fewer answers has counts alone.
method-quoting = Quotations
method-quotations = Only those who agreed to be quoted are quoted, in the language they wrote in, with names and other details that could identify someone taken out and spacing tidied. Quotations show the range of views and are at most about { $n-shown } words. Nobody is quoted twice on one question, and words that a campaign asked people to send are not quoted. Each bears the reference of its response.
method-out-of-view = { $n ->
    [one] { $n-shown } response, or part of it, is out of general view. It is counted here, and none of those words are quoted.
    *[other] { $n-shown } responses, or parts of them, are out of general view. They are counted here, and none of those words are quoted.
}
method-small = Small numbers
method-small-hidden = Counts of individuals by type or area are not shown where they are fewer than { $n-shown }, so that nobody can be picked out; other counts are hidden with them where the small one could otherwise be worked out. These are marked [c]. Organisations are not hidden for being few.
method-small-shown = Small counts are shown as they are in this report.
method-limits = What the numbers cannot say
limit-self-selecting = People chose to respond. They are not a sample of anybody else.
limit-not-a-vote = A consultation is not a vote. A point raised once may matter as much as one raised often.
limit-equal-weight = Every response has equal weight, also where an organisation speaks for many people.
limit-not-vetted = What respondents said was not checked for accuracy. A misunderstanding is worth knowing about too.
limit-machine = A program misses what is said in words that the coding frame does not list, and sometimes takes words in a sense they were not meant in.
limit-area = { $n ->
    [one] { n-responses } does not say where it came from.
    *[other] { n-responses } do not say where they came from.
}
method-references = From a number to the answers behind it
method-trace = Every number that counts responses has a reference, and the annex of data tables lists them. To see the answers behind a number, type `ymateb trace { $name } '…'` with its reference between the quotation marks, for example `ymateb trace { $name } '{ $example }'`.

## Overview and campaigns

overview = Overview of responses
overview-none = No responses were analysed, so there is nothing to show.
overview-about = { $n ->
    [one] { n-responses } was analysed. The tables in this chapter count every response, campaigns included.
    *[other] { n-responses } were analysed. The tables in this chapter count every response, campaigns included.
}
overview-channels = Responses by how they came
overview-types = Responses by type of respondent
overview-areas = Responses by area
overview-languages = Responses with an answer in each language
overview-languages-note = A response with answers in two languages is counted under both.
overview-answers = Responses that answered each question
campaigns = Campaign responses
campaigns-caption = Campaigns found
campaigns-note = The example is the reference of the response whose words the others share. Those counted in the last column wrote passages of their own beside them.
campaigns-unconfirmed = { $n ->
    [0] A person confirmed every one of these campaigns.
    [one] { $n-shown } of these campaigns was found by the program and is not yet confirmed by a person.
   *[other] { $n-shown } of these campaigns were found by the program and are not yet confirmed by a person.
 }
own-words-caption = { $campaign }: themes in members' own words
own-words-note = Members who raised the theme in passages that they wrote beside the shared words, and all members whose response raises it.
campaigns-effect = What campaigns change is seen by comparing the three counts in the tables of each question.
campaigns-officials = Who organised each campaign, where that is known.

## Question by question

analysis = Analysis by question
analysis-none = The consultation asked no separate questions.
analysis-about = The words most, many, some and a few have fixed meanings, set out under Methodology.
analysis-suggestions = Themes and positions are suggested by a program from the words of the answers. No person has checked them yet.
question-explains = This question asked for the reasons behind the answer to: { $question }.
question-no-answers = Nobody answered this question.
question-no-comments = No comments were received on this question.
question-answered = { $n ->
    [one] { $n-shown } of { $all-shown } responses answered this question.
    *[other] { $n-shown } of { $all-shown } responses answered this question.
}
question-nothing = { $n ->
    [one] { $n-shown } said that there was nothing to add.
    *[other] { $n-shown } said that there was nothing to add.
}
question-attachment = { $n ->
    [one] { $n-shown } only pointed at an attached document.
    *[other] { $n-shown } only pointed at an attached document.
}
options-caption = { $question }: options chosen
options-by-type = { $question }: options chosen, by type of respondent
stance-about = Where answers stand on this proposal: { $proposal }.
stance-caption = { $question }: position on the proposal
stance-by-type = { $question }: position on the proposal, by type of respondent
stance-basis = What these positions rest on: said in so many words, { $explicit-shown }; inferred from what was praised or feared, { $inferred-shown }; from the box ticked, { $ticked-shown }.
stance-decided = Decided by a person: { $n-shown }.
stance-conflicts = { $n ->
    [0] Nobody's words contradict the box they ticked ({ $question }).
    [one] The words of { n-respondents } point the other way from the box ticked ({ $question }).
    *[other] The words of { n-respondents } point the other way from the boxes they ticked ({ $question }).
}
themes-heading = What was raised
themes-none = No theme of the coding frame was found in the answers to this question.
themes-base = { $n ->
    [one] The counts below are of { n-responses } to this question.
    *[other] The counts below are of { n-responses } to this question.
}
chart-title = { $question }: themes raised most often
chart-description = { $n ->
    [one] Bar chart of { n-themes }. The longest bar is { $first }, { $count }. The same counts are in the table that follows.
    *[other] Bar chart of { n-themes }. The longest bar is { $first }, { $count }. The same counts are in the table that follows.
}
themes-caption = { $question }: responses that raised each theme
themes-note = A response may raise several themes, so the counts do not add up to those who answered. A theme includes the sub-themes below it.
said-heading = What respondents said
theme-said-all = All respondents who answered this question ({ $n-shown } of { $base-shown }) raised this.
theme-said-most = Most respondents who answered this question ({ $n-shown } of { $base-shown }) raised this.
theme-said-many = Many respondents who answered this question ({ $n-shown } of { $base-shown }) raised this.
theme-said-some = Some respondents who answered this question ({ $n-shown } of { $base-shown }) raised this.
theme-said-a-few = A few respondents who answered this question ({ $n-shown } of { $base-shown }) raised this.
theme-said-two = Two respondents ({ $n-shown } of the { $base-shown } who answered) raised this.
theme-said-one = One respondent ({ $n-shown } of the { $base-shown } who answered) raised this.
theme-said-none = Nobody ({ $n-shown } of the { $base-shown } who answered) raised this.
theme-parts = { $n ->
    [one] Within it:
    *[other] Within it, most often:
}
minority-heading = Views that fewer raised
minority-about = A point that few people raise may still matter. These were raised by fewer than one in ten of those who answered, or by one or two.
themes-by-type = { $question }: themes raised, by type of respondent
by-type-note = This table counts every response, campaigns included.
response-box = The Government's response to what was said on this question.

## Children and young people; the Welsh language; impacts

voices = What children and young people told us
voices-no-types = This consultation did not record which respondents were children or young people.
voices-about = This chapter keeps to what children and young people themselves wrote. It gives no percentages. How many responded:
voices-themes = What they raised, over all questions, with how many of them raised it:
voices-events = What was said at events is set out under Engagement, so that the two are not mixed.
voices-words = In their own words
voices-no-quotes = There are no words that may be quoted here.
welsh-language = Welsh language
welsh-responses = { $n ->
    [0] No response has an answer written in Welsh.
    [one] { n-responses } has an answer written in Welsh. Answers in both languages are coded with the same frame and counted together.
    *[other] { n-responses } have an answer written in Welsh. Answers in both languages are coded with the same frame and counted together.
}
welsh-no-questions = The consultation asked no question about effects on the Welsh language.
welsh-about = The questions about effects on opportunities to use Welsh, and on treating Welsh no less favourably than English, are reported here.
impacts = Equality, rights and other impacts
impacts-about = For those who write the impact assessments: the themes raised over all questions, and by children and young people where these are recorded.
impacts-caption = Responses that raised each theme, over all questions
impacts-officials = What follows for the integrated impact assessment and the children's rights impact assessment.

## The end, and annexes

other-comments = Other comments
other-nothing = { $n ->
    [one] { n-responses } said of at least one question that there was nothing to add.
    *[other] { n-responses } said of at least one question that there was nothing to add.
}
other-attachment = { $n ->
    [one] { n-responses } only pointed at an attached document in answer to at least one question.
    *[other] { n-responses } only pointed at an attached document in answer to at least one question.
}
other-whole = Some responses answer no question by number: letters, statements, e-mails. They are coded with the same frame.
other-officials = Comments outside the scope of the questions.
next-steps = Next steps
next-steps-officials = What happens next, and which decisions followed from what was said.
annex-respondents = List of respondents
named-none = No organisation is named.
named-about = { $n ->
    [one] { $n-shown } organisation agreed to be named:
    *[other] { $n-shown } organisations agreed to be named:
}
named-not = { $n ->
    [0] Nobody asked not to be named.
    [one] { $n-shown } respondent asked not to be named, or did not say that they may be.
    *[other] { $n-shown } respondents asked not to be named, or did not say that they may be.
}
named-individuals = { $n ->
    [one] { $n-shown } individual agreed to be named. Individuals are not listed all the same.
    *[other] { $n-shown } individuals agreed to be named. Individuals are not listed all the same.
}
annex-questions = Questions
question-options = Options: { $options }.
annex-frame = Coding frame
frame-about = Version { $version }, in both languages, with when each theme is used.
frame-caption = Themes and sub-themes
annex-data = Data tables
data-about = Totals by question, counted three ways, each with its reference. The reference in a row is that of the first count; add `/campaigns:without` or `/campaigns:once` for the others.
data-answers = Answers to each question
data-caption = { $question }: totals
annex-glossary = Glossary and privacy
glossary = Words used in this report
glossary-respondent = respondent
glossary-respondent-means = a person or an organisation that responded.
glossary-response = response
glossary-response-means = everything that one respondent sent, counted once.
glossary-theme = theme
glossary-theme-means = a subject on the agreed list (the coding frame) that an answer raises.
glossary-stance = position
glossary-stance-means = whether an answer supports or opposes the proposal; never the same thing as a theme.
glossary-campaign = campaign
glossary-campaign-means = responses that share most of their words.
glossary-ledger = account of what was received
glossary-ledger-means = everything that arrived, and what became of it.
privacy = Privacy
privacy-about = Nobody is named in this report who did not agree to it. Personal details are taken out of quotations. Respondents may ask for their words to be removed.
privacy-closed = The consultation closed on { $day }.
privacy-officials = The privacy notice: lawful basis, how long responses are kept, and whom to ask.
