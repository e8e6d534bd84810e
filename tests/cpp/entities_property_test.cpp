#include <gtest/gtest.h>

#include <random>

#include "cpu_time.h"
#include "entities_fixture.h"
#include "hostile_text.h"

namespace pullquote::entities {
namespace {

void expect_sound(const Found& found) {
  const auto& linked = found.linked();
  std::uint32_t end = 0;
  tokens::TokenRange last{0, 0xffffffff};
  for (const auto& mention : linked.mentions) {
    ASSERT_LT(mention.tokens.first, mention.tokens.last);
    ASSERT_TRUE(last.first < mention.tokens.first ||
                (last.first == mention.tokens.first && last.last > mention.tokens.last))
        << "mentions stand in order, the longer first, and none twice";
    last = mention.tokens;
    if (mention.kind != MentionKind::kNominal) {
      ASSERT_LE(end, mention.tokens.first);
      end = mention.tokens.last;
    }
    ASSERT_LT(mention.entity, linked.entities.size());
    EXPECT_GT(mention.confidence, 0);
    EXPECT_LE(mention.confidence, 1);
  }
  EXPECT_LE(end, found.tokens().tokens.size());
  std::vector<std::uint32_t> seen(linked.mentions.size(), 0);
  std::uint32_t first = 0;
  for (std::uint32_t e = 0; e < linked.entities.size(); ++e) {
    const auto& entity = linked.entities[e];
    ASSERT_FALSE(entity.mentions.empty());
    EXPECT_FALSE(entity.name.empty());
    EXPECT_GE(entity.mentions.front(), first) << "entities stand in order of their first mention";
    first = entity.mentions.front();
    for (const auto m : entity.mentions) {
      ASSERT_LT(m, linked.mentions.size());
      EXPECT_EQ(linked.mentions[m].entity, e);
      ++seen[m];
    }
    EXPECT_LT(entity.affiliation.value_or(0), linked.entities.size());
    const auto role = entity.role.value_or(tokens::TokenRange{0, 1});
    EXPECT_LT(role.first, role.last);
  }
  for (const auto count : seen) EXPECT_EQ(count, 1u);
}

TEST(Property, AnyMixOfWordsGivesSoundAnswers) {
  const std::vector<std::string> words = {
      "Ana",        "Reyes",   "Costa",    "Mr",    "President", "of",   "the",     "and",   "de",       "Bank",
      "University", "Peru",    "Peruvian", "U.S.",  "$",         "40",   "million", "Jan.",  "4",        ",",
      "2017",       "Monday",  "he",       "She",   "his",       "said", "\"",      "(",     ")",        "-",
      "'s",         "'",       "&",        ".",     "\n\n",      "IAEA", "Inc.",    "River", "in",       "al-",
      "Omar",       "é",       "Read",     "more:", "secretary", "who",  "a",       "for",   "Trade",    "Council",
      "\xff",       "II",      "iPhone",   "May",   "dollars",   "x",    "woman",   "his",   "ministry", "the",
      "department", "company", "brother",  "him",   "officials", "nurse"};
  std::mt19937 random(20240117);
  for (int round = 0; round < 2000; ++round) {
    std::string article;
    const auto size = random() % 80;
    for (std::uint32_t i = 0; i < size; ++i) {
      article += words[random() % words.size()];
      if (random() % 8 != 0) article += ' ';
    }
    SCOPED_TRACE(article);
    expect_sound(Found(article));
    if (HasFatalFailure() || HasNonfatalFailure()) return;
  }
}

// The time of one call; the stages before this one are not what is measured.
double seconds(const std::string& article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto words = test_words(tokens);
  const auto tree = parse(tokens);
  const auto start = cpu_seconds();
  const auto linked = find(tokens, words, tree, test_knowledge(), true);
  const double taken = cpu_seconds() - start;
  EXPECT_LE(linked.mentions.size(), tokens.tokens.size());
  return taken;
}

class Hostile : public testing::TestWithParam<const char*> {};

TEST_P(Hostile, EightTimesTheTextTakesNoSixtyFourTimesTheTime) {
  const std::string piece = GetParam();
  const auto small = seconds(repeat(piece, 1 << 14));
  const auto large = seconds(repeat(piece, 1 << 17));
  EXPECT_LT(large, 32 * small + 0.05);
}

INSTANTIATE_TEST_SUITE_P(Texts, Hostile,
                         testing::Values("Reyes ", "Ana Reyes ", "Ana Reyes. ", "A A A A ", "he ", "he she his her. ",
                                         "Mr ", "President ", "of of of ", "Ministry of ", "Ministry of Trade, ",
                                         "$ $ $ ", "2017 million ", "Jan. ", "Bank & ", "Reyes-", "al-", "'s 's ",
                                         "( IAEA ) ", "Ana Reyes, president of, ", "the oil oil oil leader, ",
                                         "\" Reyes \" he ", "the man he ", "his brother's ", "the ministry of ",
                                         "a nurse of the nurse of ", "the old old old old old ", "man man man "));

TEST(Property, ManyPeopleWithOneSurnameStayCheap) {
  const auto crowd = [](int people) {
    std::string article;
    for (int i = 0; i < people; ++i) {
      article += "They met ";
      for (int n = i, k = 0; k < 4; n /= 26, ++k)
        article += k == 0 ? static_cast<char>('A' + n % 26) : static_cast<char>('a' + n % 26);
      article += " Reyes. Later Reyes said so. ";
    }
    return article;
  };
  expect_sound(Found(crowd(200)));
  EXPECT_LT(seconds(crowd(4000)), 32 * seconds(crowd(500)) + 0.05);
}

}  // namespace
}  // namespace pullquote::entities
