//! Help in both languages: the commands are described once, in `arguments`; their words come from `locale`.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::arguments::Arguments;
use crate::locale::{has, say};
use crate::model::Locale;

/// The language of messages: `--lang`, else the environment's, else English. Known before the arguments are read,
/// because help and usage errors are messages too.
pub(super) fn locale_of(arguments: &[OsString]) -> Locale {
    let words: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let asked = words.iter().enumerate().find_map(|(i, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(i + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let from_environment =
        || ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    asked.or_else(from_environment).and_then(|tag| tag.parse().ok()).unwrap_or(Locale::En)
}

/// The command line with its help in one language.
pub(super) fn command(locale: Locale) -> Command {
    with_commands(Arguments::command(), locale, "ymateb", "command")
}

/// A command and those below it, whose words have ids that begin with `below`.
fn with_commands(command: Command, locale: Locale, id: &str, below: &str) -> Command {
    let mut command = localised(command, locale, id);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let id = format!("{below}-{name}");
        command = command.mut_subcommand(&name, |sub| with_commands(sub, locale, &id, &id));
    }
    command
        .subcommand_help_heading(say(locale, "help-commands"))
        .subcommand_value_name(say(locale, "help-command"))
        .disable_help_subcommand(true)
}

fn localised(command: Command, locale: Locale, id: &str) -> Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", say(locale, "help-usage"));
    let mut command = command
        .about(say(locale, &format!("{id}-about")))
        .help_template(StyledStr::from(template))
        .next_help_heading(say(locale, "help-options"))
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help));
    let example = format!("{id}-example");
    if has(locale, &example) {
        command = command.after_help(format!("\n{}:\n{}", say(locale, "help-example"), say(locale, &example)));
    }
    if id == "ymateb" {
        command = command
            .disable_version_flag(true)
            .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    }
    let arguments: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let (arguments_heading, options_heading) = (say(locale, "help-arguments"), say(locale, "help-options"));
    for name in arguments {
        let own = format!("{id}-{name}");
        let message = if has(locale, &own) { own } else { format!("argument-{name}") };
        let heading = (arguments_heading.clone(), options_heading.clone());
        command = command.mut_arg(&name, |arg| {
            let (positional, option) = heading;
            let heading = if arg.is_positional() { positional } else { option };
            arg.help(say(locale, &message)).help_heading(heading).hide_default_value(false)
        });
    }
    command
}
