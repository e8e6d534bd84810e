#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "entities_fixture.h"
#include "mention_company.h"
#include "mention_evidence.h"
#include "mention_features.h"

// What the model of mentions sees of a word beyond its own sentence. The answers of the model hang on much else, so
// these look at the features.

namespace pullquote::entities {
namespace {

class Seen {
 public:
  explicit Seen(std::string article)
      : article_(std::move(article)),
        text_(article_),
        tokens_(tokens::analyse(text_)),
        words_(test_words(tokens_)),
        seen_(tokens_, words_, false) {}

  [[nodiscard]] const Article& article() const { return seen_; }
  [[nodiscard]] std::uint32_t last_token(std::string_view lower) const {
    std::uint32_t last = seen_.size();
    for (std::uint32_t i = 0; i < seen_.size(); ++i) {
      if (words_.lower(i) == lower) last = i;
    }
    return last;
  }

 private:
  std::string article_;
  text::Text text_;
  tokens::TokenizedText tokens_;
  features::Words words_;
  Article seen_;
};

std::vector<std::uint64_t> features_of_last(const std::string& article, std::string_view word) {
  const Seen seen(article);
  const MentionFeatures features(seen.article(), test_knowledge().clusters);
  model::FeatureBuffer out;
  features.add(seen.last_token(word), out);
  std::vector<std::uint64_t> sorted(out.begin(), out.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

TEST(MentionCompany, IsKeptForAWordWhereverItStands) {
  const struct {
    std::string before;
    bool matters;
  } cases[] = {
      {"Mr Quelvanne left.", true},            // an honorific
      {"They met in Quelvanne again.", true},  // a word that places follow
      {"Yesterday Quelvanne, who left, rang.", true},
      {"Yesterday Ana Quelvanne rang.", true},     // a first name
      {"The Quelvanne University closed.", true},  // the head of an organisation
      {"Somebody left.", false},
  };
  const std::string rest = " Nobody knew whether they saw Quelvanne there.";
  const auto alone = features_of_last("Nobody left." + rest, "quelvanne");
  for (const auto& [before, matters] : cases) {
    const Seen seen(before + rest);
    const auto token = seen.last_token("quelvanne");
    std::vector<TokenRange> runs;
    for (std::uint32_t i = 0; i < seen.article().size(); ++i) {
      if (!seen.article().is_capitalised(i)) continue;
      if (runs.empty() || runs.back().last != i) runs.push_back({i, i});
      runs.back().last = i + 1;
    }
    const auto company = find_company(seen.article(), runs).find(seen.article().hash(token));
    EXPECT_EQ(company != 0, matters) << before;
    EXPECT_LT(company, 1u << kCompanies) << before;
    // The features of how the article writes the word are there in both.
    if (!matters) {
      EXPECT_EQ(features_of_last(before + rest, "quelvanne"), alone) << before;
    }
  }
}

TEST(MentionCompany, StopsAtTheEdgeOfASentence) {
  const Seen seen("They are in. Quelvanne left.");
  const auto token = seen.last_token("quelvanne");
  const std::vector<TokenRange> runs = {{token, token + 1}};
  EXPECT_EQ(find_company(seen.article(), runs).find(seen.article().hash(token)), 0u);
}

// How many features of the last token with that word change when the label of the first two words does.
std::size_t changed_by_label(const std::string& article, std::uint32_t words, std::string_view word) {
  const Seen seen(article);
  const MentionFeatures features(seen.article(), test_knowledge().clusters);
  std::vector<std::vector<std::uint64_t>> all;
  for (const auto label : {Label::kOrg, Label::kMisc}) {
    std::vector<std::uint8_t> tags(seen.article().size(), kOutside);
    for (std::uint32_t i = 0; i < words; ++i) tags[i] = i == 0 ? begin_tag(label) : inside_tag(label);
    tags[seen.last_token(word)] = begin_tag(Label::kPerson);
    const MentionEvidence evidence(seen.article(), features, tags);
    model::FeatureBuffer out;
    evidence.add(seen.last_token(word), out);
    all.emplace_back(out.begin(), out.end());
  }
  std::size_t changed = all[0].size() == all[1].size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(all[0].size(), all[1].size()); ++i) changed += all[0][i] != all[1][i] ? 1 : 0;
  return changed;
}

TEST(MentionEvidence, LettersStandForTheNameThatTheyAreTheFirstOf) {
  EXPECT_GT(changed_by_label("Harbour Rowing Club won. They say that the whole town saw HRC.", 3, "hrc"), 0u);
  EXPECT_GT(changed_by_label("Club of Rome won. They say that the whole town saw CR.", 3, "cr"), 0u);    // capitals
  EXPECT_GT(changed_by_label("Club of Rome won. They say that the whole town saw COR.", 3, "cor"), 0u);  // all
  EXPECT_EQ(changed_by_label("Harbour Rowing Club won. They say that the whole town saw HRB.", 3, "hrb"), 0u);
  EXPECT_EQ(changed_by_label("Harbour won. They say that the whole town saw H.", 1, "h"),
            0u);  // one letter says nothing
}

}  // namespace
}  // namespace pullquote::entities
