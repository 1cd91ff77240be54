//! A codebook as programs for qualitative analysis exchange it (REFI-QDA 1.5, section 5.2).

/// Codes in a tree, and sets of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// Parents before their children.
    pub codes: Vec<Code>,
    /// Groups that cut across the tree.
    pub sets: Vec<CodeSet>,
}

/// One code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// `9b2f…-…`: what other programs know it by.
    pub guid: String,
    /// Its name.
    pub name: String,
    /// When to use it.
    pub description: String,
    /// Place in the list of the code that it stands under.
    pub parent: Option<usize>,
    /// Line of the file, from 1; 0 when it was not read from one.
    pub line: usize,
}

/// A set of codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeSet {
    /// What other programs know it by.
    pub guid: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// GUIDs of the codes in it.
    pub members: Vec<String>,
    /// Line of the file, from 1; 0 when it was not read from one.
    pub line: usize,
}
