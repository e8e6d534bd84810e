#include <gtest/gtest.h>

#include <random>

#include "cpu_time.h"
#include "hostile_text.h"
#include "quotes_fixture.h"

namespace pullquote::quotes {
namespace {

// The time of this stage alone.
double seconds(const std::string& article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto words = entities::test_words(tokens);
  auto linked = entities::find_as_shipped(tokens, true);
  const auto start = cpu_seconds();
  const auto quotes = find(tokens, words, linked, syntax::Parse(), Model(), true);
  const double taken = cpu_seconds() - start;
  EXPECT_LE(quotes.size(), tokens.tokens.size() + 1);
  return taken;
}

void expect_sound(const std::string& article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto words = entities::test_words(tokens);
  auto linked = entities::find_as_shipped(tokens, false);
  const auto expect_in_order = [&](const std::vector<tokens::TokenRange>& ranges) {
    std::uint32_t end = 0;
    for (const auto range : ranges) {
      EXPECT_LT(range.first, range.last);
      EXPECT_LE(end, range.first) << "parts stand in order and do not overlap";
      EXPECT_LE(range.last, tokens.tokens.size());
      end = range.last;
    }
  };
  std::uint32_t first = 0;
  std::vector<bool> in_cue(tokens.tokens.size());
  for (const auto& quote : find(tokens, words, linked, syntax::Parse(), Model(), false)) {
    ASSERT_FALSE(quote.content.empty());
    expect_in_order(quote.content);
    expect_in_order(quote.cue);
    expect_in_order(quote.source);
    EXPECT_LE(first, quote.content.front().first);
    first = quote.content.front().first;
    EXPECT_LT(quote.speaker.value_or(0), std::max<std::size_t>(1, linked.entities.size()));
    for (const auto entity : quote.about) {
      EXPECT_LT(entity, linked.entities.size());
      EXPECT_NE(quote.speaker, entity);
    }
    EXPECT_GT(quote.confidence, 0);
    EXPECT_LE(quote.confidence, 1);
    if (quote.kind == QuoteKind::kScare) {
      EXPECT_FALSE(quote.speaker);
    }
    for (const auto cue : quote.cue) {
      for (const auto source : quote.source) EXPECT_FALSE(cue.overlaps(source));
      for (auto i = cue.first; i < cue.last; ++i) {
        EXPECT_FALSE(in_cue[i]) << "two quotes have one cue";
        in_cue[i] = true;
      }
    }
  }
}

TEST(Property, AnyMixOfWordsGivesSoundAnswers) {
  const std::vector<std::string> words = {"Ana Reyes", "Peru",   "said",      "told",   "according to",
                                          "claims",    "saying", "called",    "\"",     "“",
                                          "”",         "‘",      "’",         "'",      ",",
                                          ".",         ":",      ";",         "?",      "—",
                                          "(",         ")",      "that",      "and",    "but",
                                          "who",       "she",    "he",        "his",    "the",
                                          "reporters", "on",     "Monday",    "in",     "a",
                                          "not",       "would",  "to",        "was",    "\n\n",
                                          "the mayor", "vowed",  "statement", "quoted", "13",
                                          "\xff",      "-",      "'s",        "why",    "REYES:"};
  std::mt19937 random(20240117);
  for (int round = 0; round < 4000; ++round) {
    std::string article;
    const auto size = random() % 60;
    for (std::uint32_t i = 0; i < size; ++i) {
      article += words[random() % words.size()];
      if (random() % 8 != 0) article += ' ';
    }
    SCOPED_TRACE(article);
    expect_sound(article);
    if (HasFatalFailure() || HasNonfatalFailure()) return;
  }
}

class Hostile : public testing::TestWithParam<const char*> {};

TEST_P(Hostile, EightTimesTheTextTakesNoSixtyFourTimesTheTime) {
  const std::string piece = GetParam();
  const auto small = seconds(repeat(piece, 1 << 14));
  const auto large = seconds(repeat(piece, 1 << 17));
  EXPECT_LT(large, 32 * small + 0.1);
}

INSTANTIATE_TEST_SUITE_P(Texts, Hostile,
                         testing::Values("said ", "Reyes said ", "said Reyes, ", "\" ", "“ ", "” ", "\"a\" ", "“a ” ",
                                         "according to ", "according to Reyes, ", ", ", ": ", "; ", "- ", "( ", ") ",
                                         "that ", "and said ", ", he said, ", "\"No,\" he said. ", "who ",
                                         "'s claim that ", "told reporters in ", "\"No.\"\n\n", "“No.\n\n",
                                         "REYES: no\n\n", "A: \"no\" ", "called the \"a\" ", "said, \"a\" — ",
                                         "the official said so. ", "saying ", "in a statement on Monday ",
                                         "has not also ", "'a' ", "‘a “b "));

}  // namespace
}  // namespace pullquote::quotes
