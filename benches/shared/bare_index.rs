//! Tantivy as anybody would use it: what the search is measured beside.

use std::collections::BTreeMap;
use std::path::Path;

use tantivy::collector::{Count, FacetCollector, TopDocs};
use tantivy::query::Query;
use tantivy::schema::{Facet, FacetOptions, Field, INDEXED, STORED, Schema, TEXT};
use tantivy::snippet::SnippetGenerator;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};
use ymateb::index::Passage;

type Problem = Box<dyn std::error::Error>;

/// Facets that are counted, as the search counts them.
const COUNTED: [&str; 5] = ["/theme", "/stance", "/type", "/language", "/question"];
/// Passages shown.
const SHOWN: usize = 10;

/// An index of the words alone: one field with positions, the default analysis. Nothing is stored.
///
/// # Errors
/// When tantivy refuses.
pub(crate) fn build_words(folder: &Path, texts: Vec<String>, threads: usize, heap: usize) -> Result<(), Problem> {
    let mut schema = Schema::builder();
    let text = schema.add_text_field("text", TEXT);
    let index = Index::create_in_dir(folder, schema.build())?;
    let mut writer: IndexWriter = index.writer_with_num_threads(threads, heap * threads)?;
    for words in texts {
        let mut document = TantivyDocument::default();
        document.add_text(text, words);
        writer.add_document(document)?;
    }
    writer.commit()?;
    Ok(writer.wait_merging_threads()?)
}

/// An index that can be asked: the words stored, one field of facets.
pub(crate) struct Bare {
    pub(crate) text: Field,
    pub(crate) facets: Field,
    index: Index,
    reader: IndexReader,
}

impl Bare {
    /// Builds it.
    ///
    /// # Errors
    /// When tantivy refuses.
    pub(crate) fn build(
        folder: &Path,
        passages: impl Iterator<Item = Passage>,
        threads: usize,
        heap: usize,
    ) -> Result<Bare, Problem> {
        let mut schema = Schema::builder();
        let key = schema.add_i64_field("key", INDEXED);
        let text = schema.add_text_field("text", TEXT | STORED);
        let facets = schema.add_facet_field("facets", FacetOptions::default());
        let index = Index::create_in_dir(folder, schema.build())?;
        let mut writer: IndexWriter = index.writer_with_num_threads(threads, heap * threads)?;
        for passage in passages {
            writer.add_document(document(&passage, key, text, facets))?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Bare { text, facets, index, reader })
    }

    /// Puts a passage in the place of the one with its key.
    ///
    /// # Errors
    /// When tantivy refuses.
    pub(crate) fn replace(&self, passage: &Passage, heap: usize) -> Result<(), Problem> {
        let key = self.index.schema().get_field("key")?;
        let mut writer: IndexWriter = self.index.writer_with_num_threads(1, heap)?;
        writer.delete_term(Term::from_field_i64(key, passage.key));
        writer.add_document(document(passage, key, self.text, self.facets))?;
        writer.commit()?;
        Ok(writer.wait_merging_threads()?)
    }

    /// The best passages with snippets, how many there are, and counts of every facet. Gives how many there are.
    ///
    /// # Errors
    /// When tantivy refuses.
    pub(crate) fn ask(&self, query: &dyn Query) -> Result<usize, Problem> {
        let searcher = self.reader.searcher();
        let mut facets = FacetCollector::for_field("facets");
        for root in COUNTED {
            facets.add_facet(root);
        }
        let best = TopDocs::with_limit(SHOWN).order_by_score();
        let (best, total, counts) = searcher.search(query, &(best, Count, facets))?;
        let mut shown = BTreeMap::new();
        for root in COUNTED {
            shown.extend(counts.get(root).map(|(facet, count)| (facet.to_string(), count)));
        }
        let snippets = SnippetGenerator::create(&searcher, query, self.text)?;
        let mut marked = 0;
        for (_, address) in best {
            let document: TantivyDocument = searcher.doc(address)?;
            marked += snippets.snippet_from_doc(&document).highlighted().len();
        }
        std::hint::black_box((shown, marked));
        Ok(total)
    }
}

fn document(passage: &Passage, key: Field, text: Field, facets: Field) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_i64(key, passage.key);
    document.add_text(text, &passage.text);
    let mut facet = |root: &str, value: &str| {
        if !value.is_empty() {
            document.add_facet(facets, Facet::from_path([root, value]));
        }
    };
    passage.themes.iter().chain(&passage.above).for_each(|theme| facet("theme", theme));
    facet("stance", passage.stance.map_or("", |stance| stance.as_str()));
    facet("type", &passage.kind);
    facet("language", passage.language.language.as_str());
    facet("question", &passage.question);
    document
}
