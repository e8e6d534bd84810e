#include <gtest/gtest.h>

#include "tokens_printer.h"

namespace pullquote::tokens {
namespace {

class Sentences : public testing::TestWithParam<std::string_view> {};

// A case is its own answer: " / " stands where one sentence ends and the next begins.
TEST_P(Sentences, EndWhereTheyShould) {
  std::string text(GetParam());
  for (std::size_t at; (at = text.find(" / ")) != std::string::npos;) text.replace(at, 3, " ");
  EXPECT_EQ(print_sentences(*Analysed(text)), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, Sentences,
    testing::Values("Mr. Brun met Gen. Ode. / They spoke.", "He moved to the U.S. in May. / She stayed.",
                    "He moved to the U.S. / The move failed.", "The U.S. Senate met.",
                    "J. K. Mbeki of Acme Inc. spoke. / No. 5 won vs. No. 7.", "It began at 9 a.m. / Police came later.",
                    "It began at 9 a.m. Monday in Quito.", "It fell 3.5 percent. / Then it rose 0.2.",
                    "He was born on Jan. 4 in Lima.", "She likes fruit, nuts, etc. / He does not."));

INSTANTIATE_TEST_SUITE_P(Quotations, Sentences,
                         testing::Values(R"("Stop!" he said.)", R"("Why?" asked Brun. / "Who knows.")",
                                         R"("Why?" Brun asked. / Nobody spoke.)",
                                         R"(He said: "We go." / Then they left.)",
                                         R"(He said "no." / "Next," she said.)",
                                         R"("We go," he said. / "You stay." / They did.)",
                                         "“We have won.” / He smiled.", R"(He said he had "no idea". / She left.)",
                                         R"("I was in the U.S." / He paused.)", "'We go.' / She stayed.",
                                         R"("They lost. / We won," he said.)"));

INSTANTIATE_TEST_SUITE_P(Other, Sentences,
                         testing::Values("Well... maybe not. / Yes… / But no.",
                                         "He left (it was late. Very late.) and slept.",
                                         "(He left. / She stayed.) / Rain fell.", "It ended there.[4] / It began.",
                                         "What?! / No!", "Jeb! was better than before.", "an iPhone. e-mail works",
                                         "The end: a start; a middle."));

TEST(SentenceBreaks, NoSpaceAfterTheStop) {
  EXPECT_EQ(print_sentences(*Analysed("The talks had ended.Then they left.")),
            "The talks had ended. / Then they left.");
  EXPECT_EQ(print_sentences(*Analysed("He said \"no.\"Then they left.")), "He said \"no.\" / Then they left.");
}

TEST(SentenceBreaks, NeverCrossSections) {
  const Analysed text("The talks\n\nThey went on and on without an end\n\nand stopped.");
  EXPECT_EQ(print_sentences(*text), "The talks / They went on and on without an end / and stopped.");
  for (const Sentence& sentence : text->sentences) {
    EXPECT_TRUE(text->sections[sentence.section].tokens.contains(sentence.tokens));
  }
}

TEST(SentenceBreaks, EndlessOnesAreCut) {
  std::string endless;
  for (int i = 0; i < 5000; ++i) endless += "on and ";
  const Analysed text(endless);
  EXPECT_EQ(text->sentences.size(), 10u);
}

}  // namespace
}  // namespace pullquote::tokens
