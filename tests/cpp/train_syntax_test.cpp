#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>

#include "parser_trainer.h"
#include "syntax/syntax.h"
#include "syntax_trainer.h"
#include "treebank.h"

namespace pullquote::train {
namespace {

using syntax::Action;
using syntax::ParseState;

class TreebankTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(file_); }

  std::vector<TreebankDocument> read(const std::string& text) {
    std::ofstream(file_) << text;
    return read_treebank(file_);
  }

  std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("pullquote-treebank-" + std::to_string(getpid()));
};

// Columns that nobody reads are left empty.
std::string line(const std::string& number, const std::string& word, const std::string& tag, int head,
                 const std::string& relation, bool space_after = true) {
  return number + "\t" + word + "\t_\tX\t" + tag + "\t_\t" + std::to_string(head) + "\t" + relation + "\t_\t" +
         (space_after ? "_" : "SpaceAfter=No") + "\n";
}

std::string small_treebank() {
  return "# newdoc id = one\n# newpar\n" + line("1", "\u201C", "``", 4, "punct", false) + "2-3\tDon\u2019t\t" +
         "_\t_\t_\t_\t_\t_\t_\t_\n" + line("2", "Do", "VB", 4, "aux") + line("3", "n\u2019t", "RB", 4, "advmod") +
         line("4", "go", "VB", 6, "ccomp", false) + line("5", "\u201D", "''", 4, "punct") +
         line("6", "said", "VBD", 0, "root") + line("7", "Ana", "NNP", 6, "nsubj", false) +
         line("8", ".", ".", 6, "punct") + "\n# newdoc id = two\n" + line("1", "Rain", "NN", 2, "nsubj") +
         line("2", "fell", "VBD", 0, "root", false) + line("3", ".", ".", 2, "punct") + "\n" +
         line("1", "Snow", "NN", 2, "nsubj") + line("2", "fell", "VBD", 0, "root") + "\n";
}

TEST_F(TreebankTest, WordsLookAsTheyDoInArticles) {
  const auto documents = read(small_treebank());
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(*documents[0].original, "\u201CDon\u2019t go\u201D said Ana.");
  const auto& tokens = documents[0].tokens;
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < tokens.tokens.size(); ++i) words.emplace_back(tokens.word(i));
  EXPECT_THAT(words, testing::ElementsAre("\u201C", "Do", "n't", "go", "\u201D", "said", "Ana", "."));
  EXPECT_EQ(tokens.tokens[0].side, tokens::QuoteSide::kOpen);
  EXPECT_FALSE(tokens.tokens[2].space_before);
  EXPECT_TRUE(tokens.tokens[3].space_before);
  EXPECT_THAT(documents[0].heads, testing::ElementsAre(3, 3, 3, 5, 3, 5, 5, 5));
  EXPECT_EQ(documents[1].tokens.sentences.size(), 2u);
  EXPECT_EQ(documents[1].heads[3], 4u);  // counted from the start of the document
}

TEST_F(TreebankTest, RefusesWhatIsNotATreebank) {
  EXPECT_THROW((void)read("1\tword\n"), std::runtime_error);
  EXPECT_THROW((void)read(line("2", "late", "NN", 0, "root")), std::runtime_error);
  EXPECT_THROW((void)read(line("one", "word", "NN", 0, "root")), std::runtime_error);
  EXPECT_THROW((void)read(line("1", "word", "NN", 7, "dep")), std::runtime_error);
  EXPECT_THROW((void)syntax_examples(read(line("1", "word", "NOUN", 0, "root")), {}), std::runtime_error);
}

TEST_F(TreebankTest, ModelsLearnWhatTheyAreShown) {
  std::string text;
  for (int i = 0; i < 8; ++i) text += small_treebank();
  const auto documents = read(text);
  const auto examples = syntax_examples(documents, {});
  const SyntaxOptions options{.tagger_epochs = 5, .parser_epochs = 12, .folds = 3};
  const auto bytes = train_syntax(examples, options);
  EXPECT_EQ(train_syntax(examples, options), bytes);

  const syntax::Syntax model(bytes, {});
  for (const auto& document : documents) {
    const features::Words words(document.tokens, features::Lexicon());
    const auto parse = model.parse(document.tokens, words);
    for (std::uint32_t i = 0; i < parse.size(); ++i) {
      EXPECT_EQ(syntax::name_of(parse.tags[i]), document.tags[i]);
      EXPECT_EQ(parse.heads[i] == syntax::kRoot ? i : parse.heads[i], document.heads[i]);
      EXPECT_EQ(syntax::name_of(parse.relations[i]), document.relations[i]);
    }
  }
}

// The most true arcs that any sequence of steps from here on can still draw, found by trying all.
int reachable(const ParseState& state, const std::vector<std::uint8_t>& heads) {
  if (state.done()) return 0;
  int most = 0;
  for (const auto action : {Action::kShift, Action::kLeft, Action::kRight}) {
    if (!state.allows(action)) continue;
    auto next = state;
    int arcs = 0;
    if (action == Action::kShift) {
      next.shift();
    } else {
      arcs = heads[state.dependent()] == state.head(action) ? 1 : 0;
      next.attach(action, syntax::Relation::kDep);
    }
    most = std::max(most, arcs + reachable(next, heads));
  }
  return most;
}

// A random tree without crossing arcs: the one that random steps build.
std::vector<std::uint8_t> random_tree(std::uint8_t size, std::mt19937& random) {
  ParseState state;
  state.start(size);
  while (!state.done()) {
    const auto action = static_cast<Action>(random() % syntax::kActions);
    if (!state.allows(action)) continue;
    if (action == Action::kShift) {
      state.shift();
    } else {
      state.attach(action, syntax::Relation::kDep);
    }
  }
  std::vector<std::uint8_t> heads;
  for (std::uint8_t word = 0; word < size; ++word) heads.push_back(state[word].head);
  return heads;
}

TEST(LostArcs, AreThoseThatNoLaterStepCanReach) {
  std::mt19937 random(7);
  for (int run = 0; run < 60; ++run) {
    const auto size = static_cast<std::uint8_t>(1 + random() % 6);
    const auto heads = random_tree(size, random);
    ParseState state;
    state.start(size);
    while (!state.done()) {
      std::vector<Action> allowed;
      for (const auto action : {Action::kShift, Action::kLeft, Action::kRight}) {
        if (!state.allows(action)) continue;
        allowed.push_back(action);
        auto next = state;
        int arcs = 0;
        if (action == Action::kShift) {
          next.shift();
        } else {
          arcs = heads[state.dependent()] == state.head(action) ? 1 : 0;
          next.attach(action, syntax::Relation::kDep);
        }
        ASSERT_EQ(lost_arcs(state, heads, action), reachable(state, heads) - arcs - reachable(next, heads));
      }
      const auto action = allowed[random() % allowed.size()];
      if (action == Action::kShift) {
        state.shift();
      } else {
        state.attach(action, syntax::Relation::kDep);
      }
    }
  }
}

}  // namespace
}  // namespace pullquote::train
