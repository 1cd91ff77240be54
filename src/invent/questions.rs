//! What was asked, and which themes an answer to it is likely to touch.

/// How a column of the questionnaire is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    Closed(Closed),
    Open(Asked),
}

/// The closed questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    /// 1.1
    Agree,
    /// 1.4
    Amend,
    /// 1.5
    Timing,
    /// 1.7, any number of options
    Help,
    /// 1.8
    OnlyNotForProfit,
}

/// The open questions. What is said about timing depends on what was ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Why,
    Impacts,
    Definition,
    TooFast,
    AboutRight,
    TooSlow,
    TimingUnknown,
    Transition,
    Undermined,
    WelshEffects,
    WelshBetter,
    Else,
    /// Easy read: companies making money from care.
    EasyMoney,
    /// Easy read: what should happen for children.
    EasyChange,
    /// Easy read: anything else.
    EasyElse,
}

impl Asked {
    pub(super) const ALL: [Asked; 15] = [
        Asked::Why,
        Asked::Impacts,
        Asked::Definition,
        Asked::TooFast,
        Asked::AboutRight,
        Asked::TooSlow,
        Asked::TimingUnknown,
        Asked::Transition,
        Asked::Undermined,
        Asked::WelshEffects,
        Asked::WelshBetter,
        Asked::Else,
        Asked::EasyMoney,
        Asked::EasyChange,
        Asked::EasyElse,
    ];

    /// Themes that answers touch: the start of a code (all below it) and how likely.
    pub(super) fn themes(self) -> &'static [(&'static str, f64)] {
        match self {
            Asked::Why => &[
                ("T01", 3.0),
                ("T02", 3.0),
                ("T03", 0.8),
                ("T04.1", 1.0),
                ("T04.5", 1.2),
                ("T05.1", 0.7),
                ("T05.5", 0.5),
                ("T09.4", 0.7),
                ("T11.3", 1.0),
                ("T10.3", 0.4),
                ("T06.4", 0.5),
            ],
            Asked::Impacts => &[
                ("T03", 1.3),
                ("T04", 0.8),
                ("T05.1", 1.0),
                ("T09", 1.2),
                ("T10", 0.9),
                ("T11", 0.8),
                ("T12.4", 1.0),
                ("T06.1", 0.6),
                ("T01.2", 0.7),
            ],
            Asked::Definition => &[
                ("T07.1", 2.0),
                ("T07.2", 2.2),
                ("T07.3", 1.2),
                ("T07.4", 1.0),
                ("T07.5", 0.8),
                ("T06.4", 0.4),
                ("T03.7", 0.4),
            ],
            Asked::TooFast => {
                &[("T08.1", 5.0), ("T08.3", 1.2), ("T05.1", 0.6), ("T03.1", 0.4), ("T06.1", 0.5), ("T08.4", 0.5)]
            }
            Asked::AboutRight => &[("T08.3", 3.0), ("T08.4", 1.5), ("T05.2", 0.4)],
            Asked::TooSlow => &[("T08.2", 5.0), ("T01.2", 0.4)],
            Asked::TimingUnknown => &[("T08.4", 2.0), ("T08.3", 1.0), ("T05.2", 0.8)],
            Asked::Transition => &[
                ("T03.1", 1.5),
                ("T03.2", 0.8),
                ("T03.3", 0.8),
                ("T03.5", 0.7),
                ("T04", 0.7),
                ("T05", 0.8),
                ("T06", 1.0),
                ("T08.3", 0.8),
                ("T08.4", 0.8),
                ("T09.1", 0.8),
                ("T09.2", 0.9),
                ("T09.3", 0.5),
                ("T10", 0.9),
                ("T11.4", 0.6),
            ],
            Asked::Undermined => &[
                ("T03.7", 5.0),
                ("T07.2", 1.0),
                ("T11.1", 1.0),
                ("T11.2", 1.0),
                ("T11.5", 1.8),
                ("T03.5", 0.6),
                ("T11.4", 0.5),
                ("T05.4", 0.5),
            ],
            Asked::WelshEffects => &[("T12.1", 3.0), ("T12.2", 2.0), ("T12.3", 0.6)],
            Asked::WelshBetter => &[("T12.3", 3.0), ("T12.2", 1.0), ("T12.1", 0.5)],
            Asked::Else => &[
                ("T05.5", 2.0),
                ("T10.5", 1.2),
                ("T04.2", 1.2),
                ("T02.4", 1.0),
                ("T11.4", 0.8),
                ("T09.2", 0.8),
                ("T05.3", 0.8),
                ("T05.4", 0.6),
                ("T08.4", 0.8),
                ("T01", 0.5),
                ("T12.4", 0.5),
                ("T07.5", 0.5),
                ("T10", 0.3),
                ("X2", 1.5),
                ("X4", 1.0),
            ],
            Asked::EasyMoney => &[
                ("T01", 2.0),
                ("T02", 1.5),
                ("T09.3", 0.6),
                ("T09.4", 0.4),
                ("T11.3", 0.5),
                ("T07", 0.15),
                ("T06.3", 0.3),
                ("T03.7", 0.4),
            ],
            Asked::EasyChange => &[
                ("T03", 0.7),
                ("T04", 1.6),
                ("T05", 0.35),
                ("T06", 0.2),
                ("T08", 0.5),
                ("T10", 0.6),
                ("T09.2", 0.3),
                ("T11", 0.25),
                ("T07.4", 0.2),
            ],
            Asked::EasyElse => &[
                ("T04", 1.0),
                ("T10", 1.0),
                ("T12", 1.0),
                ("T05.5", 0.8),
                ("T11", 0.4),
                ("T08", 0.5),
                ("T09.1", 0.3),
                ("X6", 1.0),
            ],
        }
    }

    /// Whether what one thinks of the proposal decides what one talks about here.
    pub(super) fn about_the_proposal(self) -> bool {
        matches!(
            self,
            Asked::Why
                | Asked::Impacts
                | Asked::Transition
                | Asked::Else
                | Asked::EasyMoney
                | Asked::EasyChange
                | Asked::EasyElse
        )
    }

    /// One of the two statutory questions on the Welsh language.
    pub(super) fn about_welsh(self) -> bool {
        matches!(self, Asked::WelshEffects | Asked::WelshBetter)
    }
}

/// The questionnaire, in order: number, heading in the platform's export, how it is answered.
/// What is asked at 1.5a is settled by the tick at 1.5.
pub(super) const QUESTIONNAIRE: [(&str, &str, Answered); 14] = [
    (
        "1.1",
        "Do you think that only allowing not-for-profit providers to register will support the commitment?",
        Answered::Closed(Closed::Agree),
    ),
    ("1.1a", "Why do you say so?", Answered::Open(Asked::Why)),
    ("1.2", "What are the likely impacts of the proposal?", Answered::Open(Asked::Impacts)),
    ("1.3", "How should not-for-profit be defined?", Answered::Open(Asked::Definition)),
    ("1.4", "Should Welsh Ministers be able to amend the definition by regulations?", Answered::Closed(Closed::Amend)),
    ("1.5", "What do you think of the proposed timing?", Answered::Closed(Closed::Timing)),
    ("1.5a", "Please tell us more about timing", Answered::Open(Asked::TimingUnknown)),
    (
        "1.6",
        "What issues would the transition raise for children, local authorities and providers?",
        Answered::Open(Asked::Transition),
    ),
    ("1.7", "What would help most?", Answered::Closed(Closed::Help)),
    (
        "1.8",
        "Should local authorities only place children with not-for-profit providers?",
        Answered::Closed(Closed::OnlyNotForProfit),
    ),
    ("1.9", "How might the intention be undermined?", Answered::Open(Asked::Undermined)),
    (
        "1.10",
        "What effects would there be on opportunities to use Welsh and on treating Welsh no less favourably than English?",
        Answered::Open(Asked::WelshEffects),
    ),
    (
        "1.11",
        "How could the policy be changed to have positive or more positive effects on Welsh?",
        Answered::Open(Asked::WelshBetter),
    ),
    ("1.12", "Is there anything else you want to tell us?", Answered::Open(Asked::Else)),
];

impl Closed {
    /// The options as forms in English and in Welsh show them.
    pub(super) fn options(self) -> &'static [[&'static str; 2]] {
        match self {
            Closed::Agree => &[
                ["Strongly agree", "Cytuno'n gryf"],
                ["Agree", "Cytuno"],
                ["Neither agree nor disagree", "Ddim yn cytuno nac yn anghytuno"],
                ["Disagree", "Anghytuno"],
                ["Strongly disagree", "Anghytuno'n gryf"],
            ],
            Closed::Amend | Closed::OnlyNotForProfit => {
                &[["Yes", "Dylent"], ["No", "Na ddylent"], ["Don't know", "Ddim yn gwybod"]]
            }
            Closed::Timing => &[
                ["Too fast", "Rhy gyflym"],
                ["About right", "Tua'r un iawn"],
                ["Too slow", "Rhy araf"],
                ["Don't know", "Ddim yn gwybod"],
            ],
            Closed::Help => &[
                ["Guidance", "Canllawiau"],
                ["Funding", "Cyllid"],
                ["Advice on changing model", "Cyngor ar newid model"],
                ["Time", "Amser"],
                ["Training", "Hyfforddiant"],
            ],
        }
    }

    /// How likely each option is for one who supports, supports with conditions, opposes or takes no side.
    pub(super) fn chances(self, stance: usize) -> &'static [f64] {
        match (self, stance) {
            (Closed::Agree, 0) => &[0.62, 0.36, 0.02, 0.0, 0.0],
            (Closed::Agree, 1) => &[0.07, 0.6, 0.23, 0.09, 0.01],
            (Closed::Agree, 2) => &[0.0, 0.01, 0.04, 0.35, 0.6],
            (Closed::Agree, _) => &[0.0, 0.15, 0.75, 0.1, 0.0],
            (Closed::Amend, 0) => &[0.6, 0.14, 0.26],
            (Closed::Amend, 1) => &[0.42, 0.28, 0.3],
            (Closed::Amend, 2) => &[0.1, 0.7, 0.2],
            (Closed::Amend, _) => &[0.25, 0.2, 0.55],
            (Closed::Timing, 0) => &[0.16, 0.4, 0.3, 0.14],
            (Closed::Timing, 1) => &[0.55, 0.28, 0.05, 0.12],
            (Closed::Timing, 2) => &[0.8, 0.07, 0.0, 0.13],
            (Closed::Timing, _) => &[0.3, 0.2, 0.05, 0.45],
            // Each option by itself: several may be ticked.
            (Closed::Help, 2) => &[0.35, 0.45, 0.6, 0.7, 0.15],
            (Closed::Help, _) => &[0.5, 0.75, 0.4, 0.4, 0.35],
            (Closed::OnlyNotForProfit, 0) => &[0.74, 0.08, 0.18],
            (Closed::OnlyNotForProfit, 1) => &[0.34, 0.34, 0.32],
            (Closed::OnlyNotForProfit, 2) => &[0.02, 0.86, 0.12],
            (Closed::OnlyNotForProfit, _) => &[0.2, 0.2, 0.6],
        }
    }
}
