#include <gtest/gtest.h>

#include <set>
#include <string>

#include "quotes/cues.h"

namespace pullquote::quotes {
namespace {

TEST(Cues, AreFoundByAnyForm) {
  for (const auto* form : {"say", "says", "said", "saying"}) {
    const auto* cue = find_cue(form);
    ASSERT_NE(cue, nullptr) << form;
    EXPECT_EQ(cue->lemma, "say");
  }
  EXPECT_EQ(find_cue("walked"), nullptr);
  EXPECT_EQ(find_cue(""), nullptr);
  EXPECT_EQ(find_cue("sai"), nullptr);
}

TEST(Cues, EachLineOfTheTableTakesSomething) {
  std::set<std::string_view> lemmas;
  for (const auto& cue : cues()) {
    EXPECT_TRUE(lemmas.insert(cue.lemma).second) << cue.lemma << " stands in the table twice";
    EXPECT_FALSE(cue.forms.empty()) << cue.lemma;
    EXPECT_NE(cue.takes & (kQuotation | kThat | kClause | kQuestion | kInfinitive | kObject | kNoun), 0u) << cue.lemma;
    if ((cue.takes & kNeedsTail) != 0) {
      EXPECT_FALSE(cue.tails.empty()) << cue.lemma;
    }
  }
}

TEST(Cues, ListsOfWordsAreReadByWord) {
  EXPECT_TRUE(is_among("for on", "on"));
  EXPECT_TRUE(is_among("for on", "for"));
  EXPECT_FALSE(is_among("for on", "fo"));
  EXPECT_FALSE(is_among("", "on"));
}

}  // namespace
}  // namespace pullquote::quotes
