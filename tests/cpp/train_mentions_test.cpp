#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotated_articles.h"
#include "crf_trainer.h"
#include "entities/mention_labels.h"
#include "mention_score.h"
#include "model/crf.h"

namespace pullquote::train {
namespace {

using entities::begin_tag;
using entities::inside_tag;
using entities::kOutside;
using testing::ElementsAre;

std::vector<std::uint8_t> tags_of(const std::string& article, const std::vector<Marked>& mentions) {
  const text::Text text(article);
  return align(tokens::analyse(text), mentions);
}

TEST(Alignment, CountsCodePointsAndTakesWordsOfWhichAPartIsMarked) {
  // "é" has two bytes and counts once; "U.S.-led" is marked up to the hyphen; the possessive stays outside.
  const std::string article = "José's U.S.-led group met.";
  EXPECT_THAT(tags_of(article, {{{0, 4}, Label::kPerson}, {{7, 11}, Label::kLoc}}),
              ElementsAre(begin_tag(Label::kPerson), kOutside, begin_tag(Label::kLoc), kOutside, kOutside, kOutside,
                          kOutside, kOutside));
}

TEST(Alignment, AMentionDoesNotGoOnInTheNextSentence) {
  const std::string article = "They met Ana Reyes. Pedro left.";
  EXPECT_THAT(tags_of(article, {{{9, 25}, Label::kPerson}}),
              ElementsAre(kOutside, kOutside, begin_tag(Label::kPerson), inside_tag(Label::kPerson),
                          inside_tag(Label::kPerson), kOutside, kOutside, kOutside));
}

TEST(MentionTags, SpellWhatTheGrammarAllows) {
  EXPECT_TRUE(entities::may_follow(begin_tag(Label::kOrg), inside_tag(Label::kOrg)));
  EXPECT_FALSE(entities::may_follow(begin_tag(Label::kOrg), inside_tag(Label::kLoc)));
  EXPECT_FALSE(entities::may_follow(entities::kTags, inside_tag(Label::kLoc)));
  const std::vector<std::uint8_t> tags = {begin_tag(Label::kOrg), inside_tag(Label::kOrg), begin_tag(Label::kOrg), 0};
  const auto mentions = entities::mentions_of(tags);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].tokens, (tokens::TokenRange{0, 2}));
  EXPECT_EQ(mentions[1].tokens, (tokens::TokenRange{2, 3}));
}

TEST(MentionScore, ComparesWordsNotCharacters) {
  const std::string text = "The “Harbour Gazette”’s Ana Reyes’s pen";
  const std::vector<Marked> gold = {{{5, 20}, Label::kOrg}, {{24, 33}, Label::kPerson}};
  MentionScore score;
  score.add(text, gold, {{{4, 21}, Label::kOrg}, {{24, 35}, Label::kLoc}});
  EXPECT_EQ(score.all().right, 1u);
  EXPECT_EQ(score.all().found, 2u);
  EXPECT_EQ(score.boundaries.right, 2u);
  EXPECT_THAT(which_are_right(text, gold, {{{24, 33}, Label::kPerson}, {{24, 27}, Label::kPerson}}),
              ElementsAre(true, false));
}

// A word decides the label; another is only noise.
std::vector<CrfSequence> words_and_noise() {
  std::vector<CrfSequence> sequences;
  for (std::uint64_t i = 0; i < 60; ++i) {
    sequences.push_back({.starts = {0, 2}, .features = {100 + i % 2, 1000 + i / 2}, .labels = {}});
    sequences.back().labels.push_back(static_cast<std::uint8_t>(i % 2));
  }
  return sequences;
}

TEST(TrainCrf, KeepsTheFeaturesThatDoMost) {
  const auto bytes = train_crf(words_and_noise(), {.labels = 2, .epochs = 4, .dropout = 0.25, .keep = 2});
  const model::Crf chain(bytes);
  EXPECT_EQ(chain.weights().size(), 2u);
  EXPECT_TRUE(chain.weights().contains(100));
  EXPECT_TRUE(chain.weights().contains(101));
}

}  // namespace
}  // namespace pullquote::train
