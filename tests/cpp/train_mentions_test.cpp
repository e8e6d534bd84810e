#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotated_articles.h"
#include "crf_trainer.h"
#include "entities/mention_labels.h"
#include "mention_examples.h"
#include "mention_score.h"
#include "model/crf.h"
#include "recasing.h"

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

TEST(TrainCrf, TheMeanOfSeveralRunsKeepsNoMoreFeaturesThanOne) {
  const CrfOptions once{.labels = 2, .epochs = 4, .dropout = 0.5, .keep = 12};
  auto thrice = once;
  thrice.runs = 3;
  const auto sequences = words_and_noise();
  const auto bytes = train_crf(sequences, thrice);
  EXPECT_NE(bytes, train_crf(sequences, once));
  EXPECT_EQ(bytes, train_crf(sequences, thrice));
  const model::Crf chain(bytes);
  EXPECT_LE(chain.weights().size(), once.keep);
  EXPECT_TRUE(chain.weights().contains(100));
  EXPECT_TRUE(chain.weights().contains(101));
}

TEST(Recasing, WritesSpansOtherwiseAndKeepsTheNumberOfCharacters) {
  const std::string text = "Mayor of São Tomé's isle, é. It stays. the mayor met a Straße-goer";
  const std::vector<Span> spans = {{0, 28}, {39, 66}};
  EXPECT_EQ(recased(text, spans, Casing::kUpper), "MAYOR OF SÃO TOMÉ'S ISLE, É. It stays. THE MAYOR MET A STRAßE-GOER");
  EXPECT_EQ(recased(text, spans, Casing::kTitle), "Mayor of São Tomé's Isle, É. It stays. The Mayor Met a Straße-Goer");
  EXPECT_EQ(recased(text, {}, Casing::kUpper), text);
  const std::vector<Span> beyond = {{60, 1000}};
  EXPECT_EQ(recased("é", beyond, Casing::kUpper), "é");
}

TEST(RecasedExamples, CountOnlyTheSentencesThatAreWrittenOtherwise) {
  const std::string text = "Ana Reyes met the mayor of Lorne.\n\nShe left for Lorne at noon on the same day.\n";
  const std::vector<Marked> mentions = {{{0, 9}, Label::kPerson}, {{27, 32}, Label::kLoc}};
  std::vector<AnnotatedArticle> articles;
  for (int i = 0; i < 20; ++i) articles.push_back({.id = "a", .region = "", .text = text, .mentions = mentions});
  const auto examples = make_examples(std::move(articles), features::Lexicon());
  EXPECT_THAT(recased_examples(examples, 0, 0.5F), testing::IsEmpty());
  const auto all = recased_examples(examples, 1, 0.5F);
  ASSERT_EQ(all.size(), examples.size());
  std::size_t capitals = 0;
  for (const auto& variant : all) {
    EXPECT_THAT(variant.weights, testing::Each(0.5F));
    EXPECT_EQ(variant.tags.front(), begin_tag(Label::kPerson));
    if (variant.annotated.text.starts_with("ANA REYES MET THE MAYOR OF LORNE.")) ++capitals;
  }
  EXPECT_GT(capitals, 0u);
  EXPECT_LT(capitals, all.size());
  const auto half = recased_examples(examples, 0.5, 0.5F);
  ASSERT_LT(half.size(), examples.size());
  for (const auto& variant : half) {
    EXPECT_NE(variant.annotated.text, text);
    EXPECT_EQ(variant.analysed->tokens.sentences.size(), variant.weights.size());
  }
  EXPECT_TRUE(std::any_of(half.begin(), half.end(), [](const Example& variant) {
    return std::count(variant.weights.begin(), variant.weights.end(), 0.0F) == 1;
  }));
}

}  // namespace
}  // namespace pullquote::train
