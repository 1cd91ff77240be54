# The lexicon of Welsh words: the command and its messages.

command-lexicon-about = Lists, adds or takes away lexicons of Welsh, from which a search knows forms of words that no rule finds
command-lexicon-example = {"  "}ymateb lexicon
    {"  "}ymateb lexicon add lecsicon_cc0.zip
command-lexicon-add-about = Adds a lexicon: a table of forms and lemmas, a hunspell dictionary (.dic with its .aff beside it), or a zip archive of these
command-lexicon-add-example = {"  "}ymateb lexicon add lecsicon_cc0.zip node_modules/dictionary-cy/index.dic
command-lexicon-add-files = Files of words
command-lexicon-remove-about = Takes a lexicon away again
command-lexicon-remove-example = {"  "}ymateb lexicon remove lecsicon_cc0.zip
command-lexicon-remove-names = Names, as `ymateb lexicon` lists them
argument-lexicon = Lexicon of Welsh to go by, instead of the root's
argument-no_lexicon = Goes by the rules of Welsh alone

lexicon-none = No lexicon was added; Welsh words are found by rules alone. Add one with `ymateb lexicon add FILE`.
lexicon-of-lemmas = { $name }: { $words } words, { $forms } forms without their mutations
lexicon-of-words = { $name }: a spelling dictionary; { $words } words, { $forms } forms without their mutations
lexicon-none-of-name = no lexicon named `{ $name }` was added; `ymateb lexicon` lists them
lexicon-damaged = { $file }: the lexicon is damaged, so Welsh words are found by rules alone; delete it and add its sources again with `ymateb lexicon add`
lexicon-other-version = { $file }: this is no lexicon of this version of the program, so Welsh words are found by rules alone; delete it and add its sources again with `ymateb lexicon add`
lexicon-more-left-out = { $n ->
    [one] one more line was left out
   *[other] { $n } more lines were left out
}
lexicon-too-large = it is larger than 256 MB, which no lexicon is
lexicon-no-lemma = a form and its lemma are needed, in two columns parted by a tab, comma or semicolon; the line was left out
lexicon-no-pairs = there are no forms with lemmas in it
lexicon-no-partner = a spelling dictionary is two files, and { $name } is missing beside it
lexicon-encoding = `{ $name }` is no known encoding; correct the line that begins with SET
lexicon-rule = this rule for a beginning or ending cannot be read
lexicon-flags = the flags behind the word are none that the .aff file defines; the line was left out
lexicon-too-many-forms = the rules make more forms of this word than any word has; the line was left out

argument-no_across = Looks in the language of the query alone, not for what its terms are in the other
search-across = found in the other language
search-suggestion = Did you mean: { $query }
glossary-row = { $place }: a term in each language is needed, as in `foster carer,gofalwr maeth`; the row was left out
