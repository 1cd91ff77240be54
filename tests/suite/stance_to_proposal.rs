//! What an answer says of the proposal's target shows its stance to the proposal.

use ymateb::model::{Basis, Bilingual, Detected, Language, Stance};
use ymateb::tagging::stance::{Proposal, stance};

use crate::stance::each_line_in;

fn not_for_profit() -> Proposal {
    Proposal::new(&Bilingual {
        en: "only not-for-profit providers may care for children looked after".into(),
        cy: "dim ond darparwyr nid-er-elw a gaiff ofalu am blant sy'n derbyn gofal".into(),
    })
}

#[test]
fn praise_and_blame_of_the_target_are_a_stance_to_the_proposal() {
    each_line_in(
        Language::En,
        Some(&not_for_profit()),
        "
        support explicit | I support removing profit from care.
        support inferred | I am against profit.
        oppose explicit | I support private profit-making providers.
        oppose inferred | Removing profit will harm children.
        support inferred | Profit leads to poor quality.
        oppose inferred | Not-for-profit providers are less effective.
        support inferred | Not-for-profit providers give better care 🙂
        support inferred | There is no place for profit in the care of children looked after.
        support inferred | Nobody should make a profit out of children in care.
        support explicit | I'm writing in support of the Care Before Profit campaign.
        ",
    );
    each_line_in(
        Language::Cy,
        Some(&not_for_profit()),
        "
        support inferred | Mae darparwyr nid-er-elw yn rhoi gwell gofal.
        oppose inferred | Bydd dileu elw yn niweidio plant.
        support inferred | Mae elw yn arwain at ofal gwael.
        support inferred | Nid oes lle i elw yng ngofal plant.
        support inferred | Ni ddylai neb wneud elw o blant mewn gofal.
        ",
    );
}

#[test]
fn a_text_that_does_not_judge_the_target_stays_unclear() {
    each_line_in(
        Language::En,
        Some(&not_for_profit()),
        "
        unclear | The care for my children was excellent and the providers were helpful.
        unclear | Children need stability.
        unclear | Most homes in our area are run by companies.
        unclear | The average profit of a provider was 19 per cent.
        unclear | 🙂
        ",
    );
    each_line_in(Language::Cy, Some(&not_for_profit()), "unclear | Mae gofal da yn bwysig i blant.");
    let nothing = stance("", &Detected::default(), Some(&not_for_profit()));
    assert_eq!((nothing.value, nothing.words.as_str()), (Stance::Unclear, ""));
}

#[test]
fn what_is_said_of_the_target_turns_with_what_the_proposal_does_to_it() {
    let proposal = |en: &str, cy: &str| Proposal::new(&Bilingual { en: en.into(), cy: cy.into() });
    let ban = proposal("Single use bottles should be banned", "Dylid gwahardd poteli untro");
    let keep = proposal("Single use bottles should be allowed", "Dylid caniatáu poteli untro");
    for (language, text) in [
        (Language::En, "Bottles pollute our rivers."),
        (Language::En, "Bottles should be banned."),
        (Language::En, "Banning bottles would reduce waste."),
        (Language::Cy, "Mae poteli'n llygru'r afonydd."),
    ] {
        let language = Detected { language, confidence: 1.0, spans: Vec::new() };
        assert_eq!(stance(text, &language, Some(&ban)).value, Stance::Support, "{text}");
        assert_eq!(stance(text, &language, Some(&keep)).value, Stance::Oppose, "{text}");
        assert_eq!(stance(text, &language, Some(&ban)).kind, Basis::Inferred, "{text}");
    }
}
