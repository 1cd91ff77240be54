# Geiriadur geiriau Cymraeg: y gorchymyn a'i negeseuon.

command-lexicon-about = Rhestru, ychwanegu neu dynnu geiriaduron Cymraeg, y mae chwiliad yn cael ohonynt ffurfiau na ddaw'r un rheol o hyd iddynt
command-lexicon-example = {"  "}ymateb lexicon
    {"  "}ymateb lexicon add lecsicon_cc0.zip
command-lexicon-add-about = Ychwanegu geiriadur: tabl o ffurfiau a lemâu, geiriadur hunspell (.dic â'i .aff wrth ei ymyl), neu archif zip o'r rhain
command-lexicon-add-example = {"  "}ymateb lexicon add lecsicon_cc0.zip node_modules/dictionary-cy/index.dic
command-lexicon-add-files = Ffeiliau o eiriau
command-lexicon-remove-about = Tynnu geiriadur i ffwrdd eto
command-lexicon-remove-example = {"  "}ymateb lexicon remove lecsicon_cc0.zip
command-lexicon-remove-names = Enwau, fel y mae `ymateb lexicon` yn eu rhestru
argument-lexicon = Geiriadur Cymraeg i fynd wrtho, yn lle un y gwraidd
argument-no_lexicon = Mynd wrth reolau'r Gymraeg yn unig

lexicon-none = Nid ychwanegwyd geiriadur; deuir o hyd i eiriau Cymraeg drwy reolau'n unig. Ychwanegwch un â `ymateb lexicon add FFEIL`.
lexicon-of-lemmas = { $name }: { $words } o eiriau, { $forms } o ffurfiau heb eu treigladau
lexicon-of-words = { $name }: geiriadur sillafu; { $words } o eiriau, { $forms } o ffurfiau heb eu treigladau
lexicon-none-of-name = nid ychwanegwyd geiriadur o'r enw `{ $name }`; mae `ymateb lexicon` yn eu rhestru
lexicon-damaged = { $file }: mae'r geiriadur wedi'i ddifrodi, felly deuir o hyd i eiriau Cymraeg drwy reolau'n unig; dilëwch ef ac ychwanegu ei ffynonellau eto â `ymateb lexicon add`
lexicon-other-version = { $file }: nid yw hwn yn eiriadur o'r fersiwn hon o'r rhaglen, felly deuir o hyd i eiriau Cymraeg drwy reolau'n unig; dilëwch ef ac ychwanegu ei ffynonellau eto â `ymateb lexicon add`
lexicon-more-left-out = { $n ->
    [zero] ni hepgorwyd rhagor o linellau
    [one] hepgorwyd un llinell arall
    [two] hepgorwyd dwy linell arall
    [few] hepgorwyd { $n } llinell arall
    [many] hepgorwyd { $n } llinell arall
   *[other] hepgorwyd { $n } llinell arall
}
lexicon-too-large = mae'n fwy na 256 MB, ac nid oes geiriadur mor fawr
lexicon-no-lemma = mae angen ffurf a'i lema, mewn dwy golofn wedi'u gwahanu gan dab, coma neu hanner colon; hepgorwyd y llinell
lexicon-no-pairs = nid oes ynddo ffurfiau â lemâu
lexicon-no-partner = dwy ffeil yw geiriadur sillafu, ac mae { $name } ar goll wrth ei hymyl
lexicon-encoding = nid yw `{ $name }` yn amgodiad hysbys; cywirwch y llinell sy'n dechrau â SET
lexicon-rule = ni ellir darllen y rheol hon ar gyfer dechrau neu derfyniad gair
lexicon-flags = nid yw'r baneri y tu ôl i'r gair ymhlith y rhai y mae'r ffeil .aff yn eu diffinio; hepgorwyd y llinell
lexicon-too-many-forms = mae'r rheolau'n gwneud mwy o ffurfiau o'r gair hwn nag sydd gan unrhyw air; hepgorwyd y llinell

argument-no_across = Chwilio yn iaith y chwiliad yn unig, nid am yr hyn yw ei dermau yn y llall
search-across = cafwyd yn yr iaith arall
search-suggestion = Ai hyn oedd gennych dan sylw: { $query }
glossary-row = { $place }: mae angen term ym mhob iaith, fel yn `foster carer,gofalwr maeth`; hepgorwyd y rhes
