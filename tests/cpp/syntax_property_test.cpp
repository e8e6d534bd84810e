#include <gtest/gtest.h>

#include <random>
#include <string>

#include "cpu_time.h"
#include "syntax/parser.h"
#include "syntax/syntax.h"

namespace pullquote::syntax {
namespace {

const Syntax& shipped() {
  static const auto file = model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  static const Syntax syntax(file);
  return syntax;
}

Parse parse(const tokens::TokenizedText& text) {
  return shipped().parse(text, features::Words(text, features::Lexicon()));
}

// One root in each piece of a sentence, every other word below a word of the piece, and no way up that is a circle.
void check_piece(const Parse& parse, tokens::TokenRange piece) {
  std::size_t roots = 0;
  for (auto i = piece.first; i < piece.last; ++i) {
    const bool root = parse.heads[i] == kRoot;
    ASSERT_EQ(root, parse.relations[i] == Relation::kRoot) << i;
    ASSERT_TRUE(root || piece.contains(parse.heads[i])) << i;
    ASSERT_LT(static_cast<std::size_t>(parse.relations[i]), kRelations);
    ASSERT_LT(static_cast<std::size_t>(parse.tags[i]), kTags);
    roots += root ? 1u : 0u;
    auto above = i;
    std::uint32_t steps = 0;
    while (parse.heads[above] != kRoot) {
      above = parse.heads[above];
      ASSERT_LE(++steps, piece.size()) << "a circle at " << i;
    }
  }
  ASSERT_EQ(roots, 1u);
}

void check(const std::string& article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto answer = parse(tokens);
  ASSERT_EQ(answer.tags.size(), tokens.tokens.size());
  ASSERT_EQ(answer.heads.size(), tokens.tokens.size());
  ASSERT_EQ(answer.relations.size(), tokens.tokens.size());
  for (const auto& sentence : tokens.sentences) {
    for (auto first = sentence.tokens.first; first < sentence.tokens.last; first += kLongestSentence) {
      check_piece(answer, {first, std::min(first + kLongestSentence, sentence.tokens.last)});
    }
  }
}

TEST(SyntaxProperties, OnlyVerbsThatEndInIngAreTaggedSo) {
  const text::Text text("Lisbon, however, sprang to the defence of its ally, expressing hope.");
  const auto tokens = tokens::analyse(text);
  const auto tags = parse(tokens).tags;
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    EXPECT_EQ(tags[i] == Tag::kVerbIng, tokens.word(i) == "expressing") << tokens.word(i);
  }
}

TEST(SyntaxProperties, AnyTextBecomesTrees) {
  const std::vector<std::string> pieces = {"the",    "said",
                                           "\"",     "\u201C",
                                           "\u201D", ",",
                                           ".",      "?",
                                           "(",      ")",
                                           "-",      "--",
                                           "Ana",    "Reyes",
                                           "that",   "will",
                                           "n't",    "to",
                                           "go",     "and",
                                           "12",     "\u00e9t\u00e9",
                                           "\n\n",   "\xFF",
                                           "'s",     "http://a.example/b",
                                           "who",    "is"};
  std::mt19937 random(20190125);
  for (int run = 0; run < 150; ++run) {
    std::string article;
    const auto count = random() % 400;
    for (std::size_t i = 0; i < count; ++i) {
      article += pieces[random() % pieces.size()];
      if (random() % 5 != 0) article += ' ';
    }
    check(article);
    if (HasFatalFailure()) FAIL() << article;
  }
}

TEST(SyntaxProperties, SentencesOfAnyLengthBecomeTrees) {
  for (const std::uint32_t count : {1u, 2u, 199u, 200u, 201u, 400u, 401u, 1000u}) {
    std::string article;
    for (std::uint32_t i = 0; i < count; ++i) article += i % 3 == 0 ? "word " : "and ";
    check(article);
  }
}

double seconds(const std::string& article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const features::Words words(tokens, features::Lexicon());
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const auto start = cpu_seconds();
    (void)shipped().parse(tokens, words);
    best = std::min(best, cpu_seconds() - start);
  }
  return best;
}

TEST(SyntaxProperties, HostileTextCostsWhatItsLengthSays) {
  for (const std::string piece : {"\" ", "that ", "( ", "said, ", "a-", "\u201C\u2018"}) {
    std::string small, large;
    for (int i = 0; i < 1000; ++i) small += piece;
    for (int i = 0; i < 10000; ++i) large += piece;
    EXPECT_LT(seconds(large), 60 * seconds(small)) << piece;
  }
}

TEST(ParseState, EndsInATreeWhateverTheSteps) {
  std::mt19937 random(3);
  for (int run = 0; run < 500; ++run) {
    const auto size = static_cast<std::uint8_t>(1 + random() % 12);
    ParseState state;
    state.start(size);
    int steps = 0;
    while (!state.done()) {
      const auto action = static_cast<Action>(random() % kActions);
      if (!state.allows(action)) continue;
      if (action == Action::kShift) {
        state.shift();
      } else {
        state.attach(action, Relation::kDep);
      }
      ++steps;
    }
    EXPECT_EQ(steps, 2 * size);
    int roots = 0;
    for (std::uint8_t word = 0; word < size; ++word) {
      ASSERT_LE(state[word].head, size);
      roots += state[word].head == size ? 1 : 0;
    }
    EXPECT_EQ(roots, 1);
  }
}

}  // namespace
}  // namespace pullquote::syntax
