#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "base_forms.h"
#include "quotes_fixture.h"

namespace pullquote::quotes {
namespace {

std::string base_forms(std::string_view word) {
  std::string out;
  any_base_form(word, [&](std::string_view base) {
    out.append(out.empty() ? "" : " ").append(base);
    return false;
  });
  return out;
}

TEST(BaseForms, AreThoseThatAWordMayBeAnInflectionOf) {
  EXPECT_EQ(base_forms("say"), "say");
  EXPECT_EQ(base_forms("said"), "said say");
  EXPECT_EQ(base_forms("denied"), "denied deny denie");
  EXPECT_EQ(base_forms("admitted"), "admitted admitte admitt admit");
  EXPECT_EQ(base_forms("noting"), "noting note not");
  EXPECT_EQ(base_forms("quipping"), "quipping quippe quipp quip");
  EXPECT_EQ(base_forms("preaches"), "preaches preache preach");
  EXPECT_EQ(base_forms("claims"), "claims claim");
  EXPECT_EQ(base_forms("s"), "s");
  EXPECT_EQ(base_forms(std::string(1000, 's')), "");
}

struct Case {
  const char* article;
  const char* manners;
};

class Manners : public testing::TestWithParam<Case> {};

TEST_P(Manners, AreThoseOfTheirCues) { EXPECT_EQ(print_manners(GetParam().article), GetParam().manners); }

INSTANTIATE_TEST_SUITE_P(OfCues, Manners,
                         testing::Values(Case{R"("We won," said Ana Reyes.)", "said"},
                                         Case{R"("Did we win?" asked Ana Reyes.)", "asked"},
                                         Case{R"("We won," Ana Reyes wrote on Twitter.)", "wrote"},
                                         Case{R"(Ana Reyes denied that the cup was lost.)", "denied"},
                                         Case{R"(Ana Reyes promised to win the cup.)", "promised"},
                                         Case{R"(Ana Reyes was warning that the cup was lost.)", "warned"},
                                         Case{R"(Ana Reyes believes that the cup is lost.)", "thought"},
                                         Case{R"(According to Ana Reyes, "nobody saw us win.")", "said"},
                                         Case{R"(Ana Reyes called for "a new cup".)", "ordered"},
                                         Case{R"(Ana Reyes called the cup "a tin".)", "said"},
                                         Case{R"("Nobody saw us win." — Ana Reyes)", "said"},
                                         Case{R"(Ana Reyes went on to ask: "Did we win?")", "asked"},
                                         Case{R"("We won," Ana Reyes continued.)", "said"},
                                         Case{R"(Ana Reyes did not say that the cup was lost.)", "said"},
                                         Case{R"(Ana Reyes fought back tears. "Nobody saw us win the cup.")", "-"},
                                         Case{R"("Nobody saw us win the cup.")", "-"}));

TEST(KnownVerbs, AreReadAsTheUsualVerbOfTheirManner) {
  const std::string article = R"("We won," kvetched Ana Reyes. Omar Silva was kvetching that the cup was lost.)";
  EXPECT_EQ(print_quotes(article), "direct Ana Reyes <Ana Reyes|kvetched> We won");
  const std::array<Verb, 1> known = {Verb{"kvetch", Manner::kAsked}};
  EXPECT_EQ(print_manners(R"("We won," kvetched Ana Reyes.)", Verbs(known)), "asked");
  const std::array<Verb, 1> said = {Verb{"Kvetch"}};
  EXPECT_EQ(print_quotes(article, Verbs(said)),
            "direct Ana Reyes <Ana Reyes|kvetched> We won\n"
            "indirect Omar Silva <Omar Silva|was kvetching> that the cup was lost");
  EXPECT_EQ(print_manners(article, Verbs(said)), "said said");
}

TEST(KnownVerbs, HaveIrregularFormsAsVerbsOfTheirOwn) {
  const std::array<Verb, 1> known = {Verb{"mispled", Manner::kClaimed}};
  EXPECT_EQ(print_quotes(R"("We won," Ana Reyes mispled.)", Verbs(known)),
            "direct Ana Reyes <Ana Reyes|mispled> We won");
}

TEST(KnownVerbs, WinOverTheTable) {
  const std::array<Verb, 1> known = {Verb{"claim", Manner::kThought}};
  EXPECT_EQ(print_manners(R"("We won," claimed Ana Reyes.)", Verbs(known)), "thought");
}

TEST(KnownVerbs, MustBeOneWord) {
  for (const auto* lemma : {"", " ", "fire back", "12", "“"}) {
    const std::array<Verb, 1> verbs = {Verb{lemma}};
    try {
      const Verbs known(verbs);
      FAIL() << lemma;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kInvalidName) << lemma;
    }
  }
  EXPECT_TRUE(Verbs(std::span<const Verb>()).empty());
}

}  // namespace
}  // namespace pullquote::quotes
