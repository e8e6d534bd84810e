#include <gtest/gtest.h>

#include "quotes_fixture.h"

namespace pullquote::quotes {
namespace {

struct Case {
  const char* article;
  const char* quotes;
};

// Names the case in reports by what is read.
void PrintTo(const Case& c, std::ostream* out) { *out << c.article; }

class Quotes : public testing::TestWithParam<Case> {};

TEST_P(Quotes, AreAttributed) { EXPECT_EQ(print_quotes(GetParam().article), GetParam().quotes); }

INSTANTIATE_TEST_SUITE_P(
    Direct, Quotes,
    testing::Values(
        Case{R"("We won," said Ana Reyes.)", "direct Ana Reyes <Ana Reyes|said> We won"},
        Case{R"("We won," Ana Reyes, the coach of Peru, said on Monday.)",
             "direct Ana Reyes <Ana Reyes, the coach of Peru|said on Monday> We won"},
        Case{R"("We won," said Ana Reyes, 52, the coach of Peru. "At last.")",
             "direct Ana Reyes <Ana Reyes, 52, the coach of Peru|said> We won ## At last."},
        Case{R"(Ana Reyes said: "We won.")", "direct Ana Reyes <Ana Reyes|said> We won."},
        Case{R"(Ana Reyes told reporters in Lima, "We have won.")", "direct Ana Reyes <Ana Reyes|told> We have won."},
        Case{R"("We won", she said, "and nobody saw us.")", "direct - <she|said> We won ## and nobody saw us."},
        Case{R"("Did we win?" asked Ana Reyes.)", "direct Ana Reyes <Ana Reyes|asked> Did we win?"},
        Case{R"("We won," Rep. Ana Reyes (D-Ohio) said.)", "direct Ana Reyes <Rep. Ana Reyes (D-Ohio)|said> We won"},
        Case{R"(Ana Reyes agreed. "We have won the cup," she said.)",
             "direct Ana Reyes <she|said> We have won the cup"},
        Case{R"(Ana Reyes was blunter: "Nobody saw us win.")",
             "direct Ana Reyes <Ana Reyes|was blunter> Nobody saw us win."},
        Case{R"("Nobody saw us win." — Ana Reyes)", "direct Ana Reyes <Ana Reyes|—> Nobody saw us win."},
        Case{R"("We won," Ana Reyes said. Omar Silva said: "We lost.")",
             "direct Ana Reyes <Ana Reyes|said> We won"
             "\n"
             "direct Omar Silva <Omar Silva|said> We lost."},
        Case{R"("We won," Ana Reyes said before adding: "Nobody saw us.")",
             "direct Ana Reyes <Ana Reyes|said> We won"
             "\n"
             "direct Ana Reyes <Ana Reyes|adding> Nobody saw us."},
        Case{R"(According to Ana Reyes, "nobody saw us win.")",
             "direct Ana Reyes <Ana Reyes|According to> nobody saw us win."},
        Case{R"(Ana Reyes wrote on Twitter: "We won.")", "direct Ana Reyes <Ana Reyes|wrote on Twitter> We won."},
        Case{"“We won ‘the cup.” And nobody saw it “win.” — Ana Reyes",
             "mixed Ana Reyes <Ana Reyes|—> “We won ‘the cup.” And nobody saw it “win.”"},
        Case{R"("We won," riffed Ana Reyes.)", "direct Ana Reyes <Ana Reyes|riffed> We won"},
        Case{R"("Late again," the mayor sniffed.)", "direct the mayor <the mayor|sniffed> Late again"},
        Case{R"(Added the mayor: "We won.")", "direct the mayor <the mayor|Added> We won."},
        Case{R"(Ana Reyes was asked, "Did you win?")", "direct - <-|was asked> Did you win?"},
        Case{R"("We won," said Ana Reyes, but "nobody saw us win.")",
             "direct Ana Reyes <Ana Reyes|said> We won ## nobody saw us win."},
        Case{R"("We won," he said on "Late Night." "Nobody saw us.")",
             "direct - <he|said> We won ## Nobody saw us."
             "\n"
             "direct - <-|-> Late Night."},
        Case{R"("We won," said an official who saw the game.)",
             "direct an official <an official who saw the game|said> We won"},
        Case{R"("We won," says the sign on the wall.)", "direct the sign <the sign|says> We won"}));

INSTANTIATE_TEST_SUITE_P(
    CarriedOn, Quotes,
    testing::Values(Case{"“We won,” Ana Reyes said.\n\n“Nobody saw us win the cup.”",
                         "direct Ana Reyes <Ana Reyes|said> We won ## Nobody saw us win the cup."},
                    Case{"“We won,” Ana Reyes said. “Nobody saw us.\n\n“Nobody will.”",
                         "direct Ana Reyes <Ana Reyes|said> We won ## Nobody saw us. ## Nobody will."},
                    Case{"Ana Reyes fought back tears. “Nobody saw us win the cup.”",
                         "direct Ana Reyes <Ana Reyes|-> Nobody saw us win the cup."},
                    Case{"“We won,” Ana Reyes said. The cup is old. “Nobody saw us win the cup.”",
                         "direct Ana Reyes <Ana Reyes|said> We won"
                         "\n"
                         "direct - <-|-> Nobody saw us win the cup."},
                    Case{"“We won,” Ana Reyes said. “Nobody saw us in the U.S.”",
                         "direct Ana Reyes <Ana Reyes|said> We won ## Nobody saw us in the U.S."},
                    Case{"“We won,” Ana Reyes said. “Nobody saw us dance the ‘cup step’ ”",
                         "direct Ana Reyes <Ana Reyes|said> We won ## Nobody saw us dance the ‘cup step’"},
                    Case{"“We won,” Ana Reyes said in Lima. But “nobody saw us win the cup.”",
                         "direct Ana Reyes <Ana Reyes|said in Lima> We won ## nobody saw us win the cup."},
                    Case{"“We won,” Ana Reyes said. But “Late Night” was on.",
                         "direct Ana Reyes <Ana Reyes|said> We won\nscare - <-|-> Late Night"},
                    Case{"The cup is old.\n\n“Nobody saw us win the cup.”",
                         "direct - <-|-> Nobody saw us win the cup."},
                    Case{"The cup was lost and found again in Lima.\n\nREYES: Did we win?\n\nSILVA: We did.\n\nREYES: "
                         "At last.\n\nSILVA: At last.",
                         "indirect REYES <REYES|:> Did we win?"
                         "\n"
                         "indirect SILVA <SILVA|:> We did."
                         "\n"
                         "indirect REYES <REYES|:> At last."
                         "\n"
                         "indirect SILVA <SILVA|:> At last."}));

INSTANTIATE_TEST_SUITE_P(
    Mixed, Quotes,
    testing::Values(Case{R"(Ana Reyes said the cup was "made of tin".)",
                         R"(mixed Ana Reyes <Ana Reyes|said> the cup was "made of tin")"},
                    Case{R"(Ana Reyes called the cup "a tin pot with ears" and left.)",
                         R"(mixed Ana Reyes <Ana Reyes|called> the cup "a tin pot with ears")"},
                    Case{R"(The cup is "a tin pot", said Ana Reyes.)",
                         R"(mixed Ana Reyes <Ana Reyes|said> The cup is "a tin pot")"},
                    Case{R"(Peru urged the league to "look at the cup", expressing "regret".)",
                         R"(mixed Peru <Peru|urged> the league to "look at the cup")"
                         "\n"
                         "direct Peru <Peru|expressing> regret"},
                    Case{R"(Ana Reyes denied that the "cup tax", a fee, would rise.)",
                         R"(mixed Ana Reyes <Ana Reyes|denied> that the "cup tax", a fee, would rise !negated)"
                         "\n"
                         "scare - <-|-> cup tax"},
                    Case{R"(Peru will pay, Ana Reyes said, "and soon".)",
                         "mixed Ana Reyes <Ana Reyes|said> Peru will pay ## and soon"},
                    Case{R"(The game, which Peru described as "brief," ended in rain.)",
                         "direct Peru <Peru|described as> brief"},
                    Case{R"(Peru accused Kenya of theft, starting what papers now call a "cup war".)",
                         "indirect Peru <Peru|accused> Kenya of theft"
                         "\n"
                         R"(mixed papers <papers|now call> a "cup war")"},
                    Case{R"(According to the ministry: "The cup is made of tin.")",
                         "direct the ministry <the ministry|According to> The cup is made of tin."},
                    Case{R"(More from Ana Reyes: "The cup is made of tin.")",
                         "direct Ana Reyes <Ana Reyes|from> The cup is made of tin."},
                    Case{R"(They met over the "cup tax" on Monday.)", "scare - <-|-> cup tax"},
                    Case{R"(The paper speaks of "a cup that nobody has seen".)",
                         "direct The paper <The paper|speaks of> a cup that nobody has seen"}));

INSTANTIATE_TEST_SUITE_P(
    Indirect, Quotes,
    testing::Values(
        Case{"Ana Reyes said that the cup was lost.", "indirect Ana Reyes <Ana Reyes|said> that the cup was lost"},
        Case{"Ana Reyes said the cup was lost.", "indirect Ana Reyes <Ana Reyes|said> the cup was lost"},
        Case{"The cup was lost, Ana Reyes said on Monday.",
             "indirect Ana Reyes <Ana Reyes|said on Monday> The cup was lost"},
        Case{"The cup, Ana Reyes said, was lost.", "indirect Ana Reyes <Ana Reyes|said> The cup ## was lost"},
        Case{"The cup was lost, said Ana Reyes.", "indirect Ana Reyes <Ana Reyes|said> The cup was lost"},
        Case{"According to Ana Reyes, the cup was lost.",
             "indirect Ana Reyes <Ana Reyes|According to> the cup was lost"},
        Case{"The cup was lost, according to Ana Reyes.",
             "indirect Ana Reyes <Ana Reyes|according to> The cup was lost"},
        Case{"Ana Reyes asked why the cup was lost.", "indirect Ana Reyes <Ana Reyes|asked> why the cup was lost"},
        Case{"Ana Reyes has opened the cup and said it was lost.", "indirect Ana Reyes <Ana Reyes|said> it was lost"},
        Case{"Ana Reyes vowed to find the cup.", "indirect Ana Reyes <Ana Reyes|vowed> to find the cup"},
        Case{"They met over Ana Reyes's old claim that the cup was lost.",
             "indirect Ana Reyes <Ana Reyes|claim> that the cup was lost"},
        Case{"Officials from 13 nations, who met in Lima, said the cup was lost.",
             "indirect Officials from 13 nations <Officials from 13 nations, who met in Lima|said> the cup was lost"},
        Case{"Ana Reyes did not say that the cup was lost.",
             "indirect Ana Reyes <Ana Reyes|did not say> that the cup was lost !negated"},
        Case{"Ana Reyes would say that the cup was lost.",
             "indirect Ana Reyes <Ana Reyes|would say> that the cup was lost !hypothetical"},
        Case{"Ana Reyes said the cup was lost, and she told nobody.",
             "indirect Ana Reyes <Ana Reyes|said> the cup was lost"},
        Case{"Peru has asked for help, the ministry said.",
             "indirect the ministry <the ministry|said> Peru has asked for help"},
        Case{"Ana Reyes, an aide who promised \"a cup,\" said it was lost.",
             "direct an aide <who|promised> a cup"
             "\n"
             R"(indirect Ana Reyes <Ana Reyes, an aide who promised "a cup,"|said> it was lost)"},
        Case{"Ana Reyes: The cup is lost\n\nThe cup that Peru won has not been seen since Monday, they say.",
             "indirect Ana Reyes <Ana Reyes|:> The cup is lost"
             "\n"
             "indirect - <they|say> The cup that Peru won has not been seen since Monday"},
        Case{"Ana Reyes was told that the cup was lost.", ""},
        Case{"The Secretary of State left. Two calls and the latest report went unanswered.", ""}));

// What leaves little doubt where the models found nothing: the rest is theirs.
TEST(LeftOver, HasClausesThatTrailAndClaimsOfSomebody) {
  EXPECT_EQ(print_left_over("The cup was lost, Ana Reyes said in a statement."),
            "<Ana Reyes|said in a statement> The cup was lost");
  EXPECT_EQ(print_left_over("The cup was lost, according to Ana Reyes."), "<Ana Reyes|according to> The cup was lost");
  EXPECT_EQ(print_left_over("They met over Ana Reyes's old claim in Lima that the cup was lost."),
            "<Ana Reyes|claim> that the cup was lost");
}

TEST(LeftOver, HasNothingThatNeedsAModel) {
  EXPECT_EQ(print_left_over("Ana Reyes said that the cup was lost. Ana Reyes vowed to find it."), "");
  EXPECT_EQ(print_left_over("They met over Ana Reyes's claim the cup was lost."), "");
}

TEST(LeftOver, SharesNoContentWithWhatWasFound) {
  EXPECT_EQ(print_left_over("The cup was lost, Ana Reyes said.", "was lost"), "");
  EXPECT_EQ(print_left_over("The cup was lost, Ana Reyes said. It rained.", "It rained"),
            "<Ana Reyes|said> The cup was lost");
}

INSTANTIATE_TEST_SUITE_P(
    ItAndThey, Quotes,
    testing::Values(
        Case{"The council has sent a letter. It said that the cup was lost.",
             "indirect The council <It|said> that the cup was lost"},
        Case{"The council has met on Monday, but it said that the cup was lost.",
             "indirect The council <it|said> that the cup was lost"},
        Case{"The keepers have sent a letter. They said that the cup was lost.",
             "indirect The keepers <They|said> that the cup was lost"},
        Case{"Ana Reyes sent a letter. It said that the cup was lost.", "indirect - <It|said> that the cup was lost"},
        Case{"The keepers have sent a letter. It said that the cup was lost.",
             "indirect - <It|said> that the cup was lost"},
        Case{"The council has sent a letter. They said that the cup was lost.",
             "indirect - <They|said> that the cup was lost"},
        Case{"The council, which met on Monday, has won. It said that the cup was lost.",
             "indirect The council <It|said> that the cup was lost"},
        Case{"Peru has won. But it said that the cup was lost.", "indirect Peru <it|said> that the cup was lost"},
        Case{"The council has won. The cup, it said, was lost.", "indirect - <it|said> The cup ## was lost"},
        Case{"She sent a letter. It said that the cup was lost.", "indirect - <It|said> that the cup was lost"}));

TEST(Content, EndsWhereAReaderWouldEndIt) {
  EXPECT_EQ(print_trimmed("They said, it rained, it poured.", ", it rained,"), "it rained");
  EXPECT_EQ(print_trimmed("They said. \"It rained.\"", ". \"It rained.\""), "It rained.");
  EXPECT_EQ(print_trimmed("He called it \"a tax\" - a word that stings.", "it \"a tax\" - a word that stings."),
            "it \"a tax\"");
  EXPECT_EQ(print_trimmed("He called it \"a tax\" - or \"a levy\" once.", "it \"a tax\" - or \"a levy\" once."),
            "it \"a tax\" - or \"a levy\" once");
}

TEST(Content, EndsWithItsSentenceWhereItGoesOnForAFewWordsOnly) {
  EXPECT_EQ(print_trimmed("Unions say it rained. The ministry put up tents.", "it rained. The ministry put"),
            "it rained");
  EXPECT_EQ(print_trimmed("Unions say it rained. It poured.", "it rained. It poured."), "it rained. It poured");
  EXPECT_EQ(print_trimmed("Unions said: \"It rained. It poured, and it hailed.\"", "\"It rained. It poured"),
            "\"It rained. It poured");
  // Content before its cue ends where the cue begins.
  EXPECT_EQ(print_trimmed("It rained. It poured, unions say.", "It rained. It poured,", 7), "It rained. It poured");
}

TEST(Content, IsNotWhomItWasToldTo) {
  EXPECT_EQ(print_trimmed("They told the two reporters that it rained.", "the two reporters that it rained."),
            "that it rained");
  EXPECT_EQ(print_trimmed("They told reporters it rained.", "reporters it rained."), "reporters it rained");
  EXPECT_EQ(print_trimmed("They saw the two reporters that it hit.", "the two reporters that it hit."),
            "the two reporters that it hit");
}

TEST(Content, EndsBeforeTheVerbOfTheClauseAroundIt) {
  EXPECT_EQ(print_trimmed("The slogan, \"Not one more\", *was on the gate.", "\"Not one more\", was on the gate"),
            "Not one more");
  EXPECT_EQ(print_trimmed("The slogan, \"Not one more,\" *was on the gate.", "\"Not one more,\" was on the gate"),
            "Not one more,");
  EXPECT_EQ(print_trimmed("They said \"the gate\" *was open.", "\"the gate\" was open"), "\"the gate\" was open");
}

TEST(Content, EndsBeforeTheReportersClauseInContrast) {
  EXPECT_EQ(print_trimmed("They offered \"regret\" to pilots while the union *sent help.",
                          "\"regret\" to pilots while the union sent help."),
            "\"regret\" to pilots");
  EXPECT_EQ(print_trimmed("They asked for rope, but the union *sent help.", "rope, but the union sent help."), "rope");
  // A clause that is said goes on with another, and a phrase with another verb.
  EXPECT_EQ(print_trimmed("They said it *rained while the union *sent help.", "it rained while the union sent help."),
            "it rained while the union sent help");
  EXPECT_EQ(print_trimmed("They asked for rope but *sold it.", "rope but sold it."), "rope but sold it");
}

TEST(Content, IsNotWhatAnotherCueOfItsSourceGoesOnWith) {
  EXPECT_EQ(parallel_word("They voiced hope, praising the crew.", "hope, praising the crew", "voiced", "praising"),
            "praising");
  EXPECT_EQ(parallel_word("They voiced hope while praising it.", "hope while praising it", "voiced", "praising"),
            "praising");
  // How, and not what else; nothing is said with it; a clause may go on so.
  EXPECT_EQ(parallel_word("They voiced hope by praising it.", "hope by praising it", "voiced", "praising"), "-");
  EXPECT_EQ(parallel_word("They voiced hope, breeding gulls.", "hope, breeding gulls", "voiced", "breeding"), "-");
  EXPECT_EQ(parallel_word("They said they *won, praising it.", "they won, praising it", "said", "praising"), "-");
}

TEST(Content, OfAFormOfWordsIsTheQuotation) {
  EXPECT_EQ(print_trimmed("He used the phrase \"fair share\" often.", "the phrase \"fair share\" often."),
            "fair share");
  EXPECT_EQ(print_trimmed("He used the phrase \"fair share\" often.", "\"fair share\" often."), "fair share");
  EXPECT_EQ(print_trimmed("He praised the \"fair share\" often.", "\"fair share\" often."), "\"fair share\" often");
  EXPECT_EQ(print_trimmed("He used the words \"yes\" and \"no\".", "the words \"yes\" and \"no\"."),
            "the words \"yes\" and \"no\"");
  EXPECT_EQ(print_trimmed("He praised the ship \"Fair Share\" often.", "the ship \"Fair Share\" often."),
            "the ship \"Fair Share\" often");
}

TEST(NamedSources, HaveNoSignsAroundThem) {
  EXPECT_EQ(print_named_source("\U0001F389 The mayor, praised it.", "\U0001F389 The mayor,", "praised"), "The mayor");
}

TEST(NamedSources, BeginWhereTheirNameBegins) {
  for (const auto& [source, name] : {std::pair{"On Monday, the mayor", "the mayor"},
                                     {"In \"The Weekly,\" the mayor", "the mayor"},
                                     {"On Monday - a day late - the mayor", "the mayor"},
                                     {"But the mayor", "the mayor"},
                                     {"After the mayor", "the mayor"},
                                     {"by the mayor, a sailor", "the mayor, a sailor"},
                                     {"That mayor", "That mayor"},
                                     {"For some of the sailors", "For some of the sailors"},
                                     {"which the mayor", "the mayor"},
                                     {"The mayor, who", "who"},
                                     {"most of whom", "most of whom"},
                                     {"The mayor on Monday", "The mayor"},
                                     {"After", "-"},
                                     {"and", "-"}}) {
    EXPECT_EQ(print_named_source(std::string(source) + " praised it.", source, "praised"), name);
  }
  EXPECT_EQ(print_named_source("It went to the bank. Though she praised it.", "the bank. Though she", "praised"),
            "she");
}

TEST(NamedSources, AreNobodyWhereAClauseHasNoSubject) {
  EXPECT_EQ(print_named_source("*Preys on fear and calls it brave.", "Preys on fear and", "calls"), "-");
}

TEST(NamedSources, AreThePronounOfTheirClauseAndOfNoOther) {
  EXPECT_EQ(print_named_source("The study, which *praised it.", "The study, which", "praised"), "which");
  EXPECT_EQ(print_named_source("The ports, which *lack rope, *praised it.", "The ports, which", "praised"),
            "The ports");
}

TEST(NamedSources, DoNotBeginInsideAnAside) {
  EXPECT_EQ(
      print_named_source("On Monday - a day before the vote - the ports praised it.", "vote - the ports", "praised"),
      "the ports");
  EXPECT_EQ(print_named_source("The ports - three of them - praised it.", "The ports - three of them", "praised"),
            "The ports - three of them");
}

TEST(NamedSources, AreNoClauses) {
  EXPECT_EQ(print_named_source("Lisbon, however, *hurried to help, praising the cup.",
                               "Lisbon, however, hurried to help,", "praising"),
            "Lisbon");
  EXPECT_EQ(
      print_named_source("The town *cheered a team that she *praised.", "The town cheered a team that she", "praised"),
      "she");
  EXPECT_EQ(print_named_source("The mayor *left. In it the old keeper *praised.", "the old keeper", "praised"),
            "the old keeper");
  EXPECT_EQ(print_named_source("After Lisbon *lost a game, praising it.", "After Lisbon lost a game,", "praising"),
            "Lisbon");
  EXPECT_EQ(print_named_source("Oslo *lost the game, though the keeper praised it.",
                               "Oslo lost the game, though the keeper", "praised"),
            "the keeper");
  EXPECT_EQ(print_named_source("In May she *left after praising it.", "In May she left after", "praising"), "she");
  EXPECT_EQ(print_named_source("Lisbon *lost the game, and the keeper praised it.",
                               "Lisbon lost the game, and the keeper", "praised"),
            "the keeper");
}

}  // namespace
}  // namespace pullquote::quotes
