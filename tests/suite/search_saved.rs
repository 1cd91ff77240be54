//! Saved searches: named in either language, kept beside comments that people wrote, run again with all their options.

use crate::project::Project;

fn project() -> Project {
    let project = Project::new().answers(&[
        ("1", "Foster carers move between services"),
        ("2", "Mae gofalwyr maeth yn symud 🙂"),
        ("3", "Homes close"),
    ]);
    project.run();
    project
}

fn file(project: &Project) -> std::path::PathBuf {
    project.root().join("corpus/c/searches.toml")
}

#[test]
fn a_search_is_kept_with_its_options_run_again_renamed_and_taken_out() {
    let project = project();
    project.asked(&[
        "search",
        "c",
        "foster",
        "OR",
        "gofalwyr",
        "--sort",
        "date-desc",
        "--limit",
        "1",
        "--save",
        "Carers on the move",
    ]);
    project.asked(&[
        "search",
        "c",
        "gofalwyr",
        "--language",
        "cy",
        "--kwic",
        "--width",
        "9",
        "--save",
        "Symud gofalwyr: tŷ",
    ]);
    let again = project.json(&["search", "c", "--saved", "carers  ON the move", "--json"]);
    assert_eq!((again["total"].as_u64(), again["hits"].as_array().unwrap().len()), (Some(2), 1));
    // What the command line says goes before what was kept.
    let more = project.json(&["search", "c", "--saved", "Carers on the move", "--limit", "5", "--json"]);
    assert_eq!(more["hits"].as_array().unwrap().len(), 2);
    let lines = project.json(&["search", "c", "--saved", "symud gofalwyr: tŷ", "--json"]);
    assert_eq!(lines["lines"][0]["word"], "gofalwyr");
    assert_eq!(lines["lines"][0]["right"], " maeth yn");
    let listed = project.asked(&["searches", "c"]);
    assert!(listed.contains("Carers on the move") && listed.contains("--sort date-desc --limit 1"), "{listed}");
    project.asked(&["searches", "c", "rename", "Carers on the move", "--to", "Gofalwyr"]);
    project.asked(&["searches", "c", "remove", "symud gofalwyr: tŷ"]);
    let left = project.json(&["searches", "c", "--json"]);
    assert_eq!(left["searches"].as_array().unwrap().len(), 1);
    assert_eq!(left["searches"][0]["name"], "Gofalwyr");
    assert!(!project.root().join("corpus/c/.searches.toml.partial").exists());
}

#[test]
fn what_people_wrote_in_the_file_stays() {
    let project = project();
    let text =
        "# Ours, for the Board.\nformat = 1\n\n[[search]] # kept by hand\nname = \"Cartrefi\"\nquery = \"homes\"\n";
    std::fs::write(file(&project), text).unwrap();
    project.asked(&["search", "c", "foster", "--save", "Second"]);
    let kept = std::fs::read_to_string(file(&project)).unwrap();
    assert!(kept.starts_with(text), "{kept}");
    project.asked(&["searches", "c", "remove", "second"]);
    assert_eq!(std::fs::read_to_string(file(&project)).unwrap().trim_end(), text.trim_end());
}

#[test]
fn slips_are_said_with_what_to_do_and_change_nothing() {
    let project = project();
    project.asked(&["search", "c", "foster", "--save", "One"]);
    let before = std::fs::read_to_string(file(&project)).unwrap();
    for (arguments, said) in [
        (vec!["search", "c", "homes", "--save", "ONE"], "already"),
        (vec!["search", "c", "homes", "--save", "  "], "needs a name"),
        (vec!["search", "c", "homes", "--save", "a\nb"], "needs a name"),
        (vec!["search", "c", "--saved", "Two"], "there are “One”"),
        (vec!["searches", "c", "remove", "Two"], "there are “One”"),
        (vec!["searches", "c", "rename", "Two", "--to", "Three"], "there are “One”"),
        (vec!["searches", "c", "rename", "One"], "rename SEARCH --to NAME"),
        (vec!["searches", "c", "burn", "One"], "remove SEARCH"),
    ] {
        let told = project.tried(&arguments);
        assert_eq!(told.status.code(), Some(2), "{arguments:?}");
        let stderr = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(stderr.contains(said), "{arguments:?}: {stderr}");
    }
    assert_eq!(std::fs::read_to_string(file(&project)).unwrap(), before);
    for (text, said) in [
        ("format = 2\n", "later version"),
        ("format = 1\n[[search]]\nname = \"a\"\nqery = \"b\"\n", "qery"),
        ("format = 1\n[[search]]\nquery = \"b\"\n", "no name"),
        ("format = 1\n[[search]]\nname = \"a\"\n[[search]]\nname = \"A \"\n", "two searches"),
        ("[[search]", "line 1"),
        ("format = 1\nsearch = 3\n", "searches.toml"),
    ] {
        std::fs::write(file(&project), text).unwrap();
        let told = project.tried(&["searches", "c"]);
        assert_eq!(told.status.code(), Some(2), "{text}");
        let stderr = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(stderr.contains(said) && stderr.contains("searches.toml"), "{text}: {stderr}");
        let saved = project.tried(&["search", "c", "x", "--save", "y"]);
        assert_eq!(saved.status.code(), Some(2), "{text}");
        assert_eq!(std::fs::read_to_string(file(&project)).unwrap(), text);
    }
    let empty = Project::new().answers(&[("1", "")]);
    empty.run();
    assert_eq!(empty.asked(&["searches", "c", "--lang", "cy"]), "Nid oes chwiliadau wedi'u cadw.\n");
}
