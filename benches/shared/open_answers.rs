//! Invented answers in words, in the order in which they were sent.

use std::path::Path;

/// One answer in words.
pub(crate) struct OpenAnswer {
    /// Number of its response, from 0.
    #[allow(dead_code, reason = "not every benchmark asks for it")]
    pub(crate) response: usize,
    /// Its question.
    #[allow(dead_code, reason = "not every benchmark asks for it")]
    pub(crate) question: String,
    /// The words.
    pub(crate) text: String,
}

/// The questions that are answered in words.
const OPEN: [&str; 9] = ["1.1a", "1.2", "1.3", "1.5a", "1.6", "1.9", "1.10", "1.11", "1.12"];

/// Invents responses in a folder and gives their answers in words.
///
/// # Errors
/// When the folder cannot be written to.
pub(crate) fn open_answers(
    folder: &Path,
    responses: usize,
    seed: u64,
) -> Result<impl Iterator<Item = Result<OpenAnswer, csv::Error>>, Box<dyn std::error::Error>> {
    ymateb::invent::write(folder, responses, seed)?;
    let mut reader = csv::Reader::from_path(folder.join(ymateb::invent::PLATFORM))?;
    let named = |heading: &str| heading.split(' ').next().unwrap_or_default().to_owned();
    let columns = reader.headers()?.iter().map(named).enumerate();
    let columns: Vec<(usize, String)> = columns.filter(|(_, name)| OPEN.contains(&name.as_str())).collect();
    Ok(reader.into_records().enumerate().flat_map(move |(response, row)| match row {
        Err(error) => vec![Err(error)],
        Ok(row) => {
            let said = columns.iter().filter(|(column, _)| !row[*column].is_empty());
            said.map(|(column, question)| {
                Ok(OpenAnswer { response, question: question.clone(), text: row[*column].to_owned() })
            })
            .collect()
        }
    }))
}
